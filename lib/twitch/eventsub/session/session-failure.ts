import type { BackoffPace } from '@/lib/domain/connection/backoff';
import { LIMITS, type Problem } from '@/lib/domain/problem';
import type { SocketEnd } from '../socket/socket-connection';
import type { SubscriberFailure } from '../subscriptions/subscriber';

/** Why a session failed, and how soon it is tried again. */
export interface SessionFailure {
  problem: Problem;
  pace: BackoffPace;
}

/**
 * Twitch's close code for a client that sent something. That would be an error of this extension,
 * and would happen again. See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
 */
const INBOUND_TRAFFIC = 4001;

/** Returns the failure of a session that has lost its socket. */
export function failureOfSocket(end: SocketEnd): SessionFailure {
  if (end.reason !== 'closed') return { problem: 'offline', pace: 'soon' };
  // Codes below 4000 come from the network or the browser, the ones above from Twitch.
  const isFromTwitch = end.code >= 4000 && end.code < 5000;
  return {
    problem: isFromTwitch ? 'twitch_down' : 'offline',
    pace: end.code === INBOUND_TRAFFIC ? 'calmly' : 'soon',
  };
}

/** Returns the failure of a session that has no usable subscription. */
export function failureOfSubscriber(failure: SubscriberFailure): SessionFailure {
  switch (failure) {
    case 'unauthorized':
      return { problem: 'not_signed_in', pace: 'calmly' };
    case 'session_gone':
      return { problem: 'twitch_down', pace: 'soon' };
    case 'nothing_allowed':
      return { problem: failure, pace: 'seldom' };
    default:
      return { problem: failure, pace: LIMITS.has(failure) ? 'calmly' : 'soon' };
  }
}

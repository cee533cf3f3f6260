import type { Clock } from '@/lib/time';
import type { Socket } from '../socket/socket-connection';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';
import type { JoinPace } from '../subscriptions/join-pace';
import type { PlannedSubscription } from '../subscriptions/plan';
import type { Refusals } from '../subscriptions/refusals';
import { failureOfSocket, failureOfSubscriber, type SessionFailure } from './session-failure';
import { openSessionSocket, type ReceivedEvents } from './session-socket';
import {
  createSessionSubscriptions,
  type SessionSubscriptions,
  type SubscriptionEvents,
} from './session-subscriptions';

/** The events of one attempt. */
export interface AttemptEvents
  extends Omit<ReceivedEvents, 'subscriptionRevoked'>,
    SubscriptionEvents {
  /** Called with Twitch's id of the new session. */
  sessionOpened(sessionId: string): void;
  /** Called when Helix answers 401: the token has to be validated. */
  unauthorized(): void;
  /** Called once, when everything of this attempt is closed. Not called after `stop`. */
  failed(failure: SessionFailure): void;
}

/** Options of {@link startAttempt}. */
export interface AttemptOptions {
  /** Returns the latest plan. */
  plan(): readonly PlannedSubscription[];
  /** The subscriptions that must not be requested now. */
  refusals: Refusals;
  pace: JoinPace;
  openSocket(url: string): Socket;
  subscribe(planned: PlannedSubscription, sessionId: string): Promise<SubscriptionOutcome>;
  deleteStaleSubscriptions(): Promise<void>;
  /** Deletes subscriptions, by their ids, which are not planned any more. */
  unsubscribe(subscriptionIds: readonly string[]): Promise<void>;
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  events: AttemptEvents;
}

/** One session at Twitch with its socket and subscriptions, until one of them fails. */
export interface Attempt extends Pick<SessionSubscriptions, 'planChanged' | 'tokenReplaced'> {
  stop(): void;
  /** Catches up on timers that did not run because the computer slept. */
  check(): void;
}

/** Opens a socket and subscribes to the plan when Twitch welcomes it. */
export function startAttempt(options: AttemptOptions): Attempt {
  const { clock, events } = options;
  /** Aborted at the end of the attempt. */
  const lifetime = new AbortController();
  let sessionId = '';

  const subscriptions = createSessionSubscriptions({
    ...options,
    signal: lifetime.signal,
    failed: (failure) => {
      if (failure === 'unauthorized') events.unauthorized();
      fail(failureOfSubscriber(failure));
    },
  });
  const socket = openSessionSocket({
    openSocket: options.openSocket,
    clock,
    random: options.random,
    events: {
      ...events,
      subscriptionRevoked: subscriptions.revoked,
      opened: (newSessionId) => {
        sessionId = newSessionId;
        events.sessionOpened(newSessionId);
        subscriptions.opened((planned) => options.subscribe(planned, sessionId));
      },
      moved: (newSessionId) => {
        sessionId = newSessionId;
      },
      lost: (end) => fail(failureOfSocket(end)),
    },
  });

  function fail(failure: SessionFailure): void {
    // A callback may have stopped this attempt.
    if (lifetime.signal.aborted) return;
    stop();
    events.failed(failure);
  }

  function stop(): void {
    lifetime.abort();
    socket.close();
  }

  const { planChanged, tokenReplaced } = subscriptions;
  return { stop, check: socket.check, planChanged, tokenReplaced };
}

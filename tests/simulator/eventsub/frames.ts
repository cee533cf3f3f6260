import { type Clock, isoNanoseconds, isoTime } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import { type Subscription, subscriptionInFrame } from './subscriptions.ts';

/** What a session message tells about a session. */
export interface SessionFacts {
  id: string;
  connectedAt: number;
  keepaliveSeconds: number;
}

/** What a caller may fix about a notification; the rest is made up as Twitch would. */
export interface MessageFacts {
  id: string;
  timestamp?: string | undefined;
}

/** The texts that go over a socket, one JSON object each. */
export interface Frames {
  messageId(): string;
  welcome(session: SessionFacts): string;
  keepalive(): string;
  reconnect(session: SessionFacts, url: string): string;
  notification(subscription: Subscription, event: unknown, message: MessageFacts): string;
  revocation(subscription: Subscription): string;
}

export function createFrames({ clock, random }: { clock: Clock; random: Random }): Frames {
  let sent = 0;
  const messageId = () => random.uuid();

  function metadata(type: string, message: MessageFacts, more: object = {}) {
    sent += 1;
    return {
      message_id: message.id,
      message_type: type,
      message_timestamp: message.timestamp ?? isoNanoseconds(clock.now(), sent),
      ...more,
    };
  }

  function subscribed(type: string, subscription: Subscription, message: MessageFacts) {
    return metadata(type, message, {
      subscription_type: subscription.type,
      subscription_version: subscription.version,
    });
  }

  function session(type: string, payload: object): string {
    const message = { id: messageId() };
    return JSON.stringify({ metadata: metadata(type, message), payload: { session: payload } });
  }

  return {
    messageId,
    welcome: ({ id, connectedAt, keepaliveSeconds }) =>
      session('session_welcome', {
        id,
        status: 'connected',
        connected_at: isoTime(connectedAt),
        keepalive_timeout_seconds: keepaliveSeconds,
        reconnect_url: null,
      }),
    keepalive: () =>
      JSON.stringify({
        metadata: metadata('session_keepalive', { id: messageId() }),
        payload: {},
      }),
    reconnect: ({ id, connectedAt }, url) =>
      session('session_reconnect', {
        id,
        status: 'reconnecting',
        keepalive_timeout_seconds: null,
        reconnect_url: url,
        connected_at: isoTime(connectedAt),
      }),
    notification: (subscription, event, message) =>
      JSON.stringify({
        metadata: subscribed('notification', subscription, message),
        payload: { subscription: subscriptionInFrame(subscription), event },
      }),
    revocation: (subscription) =>
      JSON.stringify({
        metadata: subscribed('revocation', subscription, { id: messageId() }),
        payload: { subscription: subscriptionInFrame(subscription) },
      }),
  };
}

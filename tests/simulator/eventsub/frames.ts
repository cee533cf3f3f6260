import { type Clock, isoNanoseconds, isoTime } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import { type Subscription, subscriptionInFrame } from './subscriptions.ts';

/** The fields of a session that its session messages contain. */
export interface SessionFields {
  id: string;
  connectedAt: number;
  keepaliveSeconds: number;
}

/** The metadata of a notification that a caller can set; the simulator generates the rest. */
export interface MessageFields {
  id: string;
  timestamp?: string | undefined;
}

/**
 * Builds the texts that are sent over a socket, one JSON object each. See
 * https://dev.twitch.tv/docs/eventsub/websocket-reference/
 */
export interface Frames {
  messageId(): string;
  welcome(session: SessionFields): string;
  keepalive(): string;
  reconnect(session: SessionFields, url: string): string;
  notification(subscription: Subscription, event: unknown, message: MessageFields): string;
  revocation(subscription: Subscription): string;
}

/** Creates the builder of `metadata`; a counter makes the nanoseconds of its timestamps differ. */
function createMetadata(clock: Clock) {
  let sent = 0;
  return (type: string, message: MessageFields, more: object = {}) => {
    sent += 1;
    return {
      message_id: message.id,
      message_type: type,
      message_timestamp: message.timestamp ?? isoNanoseconds(clock.now(), sent),
      ...more,
    };
  };
}

function subscriptionFields({ type, version }: Subscription) {
  return { subscription_type: type, subscription_version: version };
}

export function createFrames({ clock, random }: { clock: Clock; random: Random }): Frames {
  const metadata = createMetadata(clock);
  const messageId = () => random.uuid();

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
        metadata: metadata('notification', message, subscriptionFields(subscription)),
        payload: { subscription: subscriptionInFrame(subscription), event },
      }),
    revocation: (subscription) =>
      JSON.stringify({
        metadata: metadata('revocation', { id: messageId() }, subscriptionFields(subscription)),
        payload: { subscription: subscriptionInFrame(subscription) },
      }),
  };
}

/** EventSub frames as text, the way Twitch sends them. */

const SENT_AT = '2026-10-01T18:00:00.000456789Z';

let frameCount = 0;

function frame(type: string, payload: object, metadata: object = {}): string {
  frameCount += 1;
  return JSON.stringify({
    metadata: {
      message_id: `message-${frameCount}`,
      message_type: type,
      message_timestamp: SENT_AT,
      ...metadata,
    },
    payload,
  });
}

/** `sentAt` is in milliseconds since 1970. */
export function welcomeFrame(
  sessionId = 'session-1',
  keepaliveSeconds: number | null = 10,
  sentAt = Date.parse(SENT_AT),
): string {
  const session = {
    id: sessionId,
    status: 'connected',
    connected_at: SENT_AT,
    keepalive_timeout_seconds: keepaliveSeconds,
    reconnect_url: null,
  };
  const metadata = { message_timestamp: new Date(sentAt).toISOString() };
  return frame('session_welcome', { session }, metadata);
}

/** `sentAt` is in milliseconds since 1970. */
export function keepaliveFrame(sentAt = Date.parse(SENT_AT)): string {
  return frame('session_keepalive', {}, { message_timestamp: new Date(sentAt).toISOString() });
}

export function reconnectFrame(url: string): string {
  return frame('session_reconnect', {
    session: {
      id: 'session-1',
      status: 'reconnecting',
      keepalive_timeout_seconds: null,
      reconnect_url: url,
      connected_at: SENT_AT,
    },
  });
}

/** Twitch sends both fields of a raid's condition. The one that was not requested is empty. */
export const RAID_OUT_CONDITION = { from_broadcaster_user_id: '100', to_broadcaster_user_id: '' };
export const RAID_IN_CONDITION = { from_broadcaster_user_id: '', to_broadcaster_user_id: '100' };

function conditionOf(type: string, event: object = {}): unknown {
  if (type === 'channel.raid') return RAID_OUT_CONDITION;
  return { broadcaster_user_id: '100', user_id: '200', ...channelOf(event) };
}

/** Returns the channel of an event, for its condition. */
function channelOf(event: { broadcaster_user_id?: unknown }) {
  const { broadcaster_user_id } = event;
  return typeof broadcaster_user_id === 'string' && { broadcaster_user_id };
}

function subscription(type: string, status: string, condition = conditionOf(type)) {
  return {
    id: `subscription-${type}`,
    status,
    type,
    version: '1',
    cost: 0,
    condition,
    transport: { method: 'websocket', session_id: 'session-1' },
    created_at: SENT_AT,
  };
}

/** The metadata of a notification that a test can choose. */
export interface Envelope {
  id?: string;
  timestamp?: string;
}

export function notificationFrame(type: string, event: object, envelope: Envelope = {}): string {
  return frame(
    'notification',
    { subscription: subscription(type, 'enabled', conditionOf(type, event)), event },
    {
      subscription_type: type,
      subscription_version: '1',
      ...(envelope.id !== undefined && { message_id: envelope.id }),
      ...(envelope.timestamp !== undefined && { message_timestamp: envelope.timestamp }),
    },
  );
}

/** `condition` may also be something that Twitch never sends. */
export function revocationFrame(type: string, status: string, condition?: unknown): string {
  return frame(
    'revocation',
    { subscription: subscription(type, status, condition) },
    { subscription_type: type, subscription_version: '1' },
  );
}

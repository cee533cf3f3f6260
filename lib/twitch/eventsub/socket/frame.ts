import * as z from 'zod/mini';
import {
  conditionOrEmpty,
  type Notification,
  notificationSchema,
  textOrEmpty,
  word,
} from '@/lib/twitch/payload/notification';

/** In characters. Twitch's longest message, a chat message of 500 emotes, has a fifth of that. */
const MAX_LENGTH = 256 * 1024;
/** Twitch nests up to nine levels. Much deeper values can be neither stored nor serialized. */
const MAX_DEPTH = 32;

/** Twitch moves a keepalive outside of these bounds to the nearer one. */
const KEEPALIVE_SECONDS = { min: 10, max: 600 };

const revokedSchema = z.object({
  id: word,
  type: word,
  status: word,
  condition: conditionOrEmpty,
});

/** A subscription that Twitch has ended. `status` is the reason. */
export type RevokedSubscription = z.infer<typeof revokedSchema>;

/** The content of an EventSub message. */
export type Frame =
  | { kind: 'welcome'; sessionId: string; keepaliveSeconds: number }
  | { kind: 'keepalive' }
  | { kind: 'reconnect'; url: string }
  | { kind: 'notification'; notification: Notification }
  | { kind: 'revocation'; subscription: RevokedSubscription };

/** The reasons to discard a frame. */
export const FRAME_ERRORS = [
  'not_text',
  'too_long',
  'not_json',
  'too_deep',
  'not_a_message',
  'unknown_message_type',
  'wrong_shape',
  /** A reconnect to a server that is not Twitch's. */
  'foreign_address',
] as const;

/** One of {@link FRAME_ERRORS}. */
export type FrameError = (typeof FRAME_ERRORS)[number];

type Parser = (json: unknown) => Frame | FrameError;

function parser<Schema extends z.ZodMiniType>(
  schema: Schema,
  build: (message: z.infer<Schema>) => Frame | FrameError,
): Parser {
  return (json) => {
    const parsed = z.safeParse(schema, json);
    return parsed.success ? build(parsed.data) : 'wrong_shape';
  };
}

/** Returns a keepalive that a timer can use: a strange value must not cost the session. */
function keepaliveOf(value: unknown): number {
  const seconds = typeof value === 'number' ? value : KEEPALIVE_SECONDS.min;
  return Math.min(Math.max(seconds, KEEPALIVE_SECONDS.min), KEEPALIVE_SECONDS.max);
}

/** Returns true for a server of EventSub, the only kind that a reconnect may lead to. */
function isEventSubAddress(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'wss:' && hostname.endsWith('.wss.twitch.tv');
}

const welcomeSchema = z.object({
  payload: z.object({
    session: z.object({ id: word, keepalive_timeout_seconds: z.optional(z.unknown()) }),
  }),
});

const reconnectSchema = z.object({
  payload: z.object({ session: z.object({ reconnect_url: z.url() }) }),
});

const revocationSchema = z.object({ payload: z.object({ subscription: revokedSchema }) });

/**
 * By `metadata.message_type`. Unknown fields are ignored, because Twitch adds fields at any time.
 * See https://dev.twitch.tv/docs/eventsub/websocket-reference/
 */
const PARSERS: ReadonlyMap<string, Parser> = new Map([
  [
    'session_welcome',
    parser(welcomeSchema, ({ payload: { session } }) => ({
      kind: 'welcome',
      sessionId: session.id,
      keepaliveSeconds: keepaliveOf(session.keepalive_timeout_seconds),
    })),
  ],
  ['session_keepalive', () => ({ kind: 'keepalive' })],
  [
    'session_reconnect',
    parser(reconnectSchema, ({ payload }) => {
      const url = payload.session.reconnect_url;
      return isEventSubAddress(url) ? { kind: 'reconnect', url } : 'foreign_address';
    }),
  ],
  [
    'notification',
    parser(notificationSchema, (notification) => ({ kind: 'notification', notification })),
  ],
  [
    'revocation',
    parser(revocationSchema, ({ payload }) => ({
      kind: 'revocation',
      subscription: payload.subscription,
    })),
  ],
]);

const messageSchema = z.object({
  metadata: z.object({ message_type: z.string(), message_timestamp: textOrEmpty }),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

/** A frame, and when Twitch sent it by Twitch's own clock; `null` if it has no valid time. */
interface TimedFrame {
  frame: Frame;
  sentAt: number | null;
}

function read(data: unknown): TimedFrame | FrameError {
  if (typeof data !== 'string') return 'not_text';
  if (data.length > MAX_LENGTH) return 'too_long';
  const json = parseJson(data);
  if (json === undefined) return 'not_json';
  if (isDeeperThan(MAX_DEPTH, json)) return 'too_deep';
  const message = z.safeParse(messageSchema, json);
  if (!message.success) return 'not_a_message';
  const { message_type, message_timestamp } = message.data.metadata;
  const frame = PARSERS.get(message_type)?.(json) ?? 'unknown_message_type';
  if (typeof frame === 'string') return frame;
  const sentAt = Date.parse(message_timestamp);
  return { frame, sentAt: Number.isNaN(sentAt) ? null : sentAt };
}

/** Parses one frame as it arrived over the socket. Never throws. */
export function parseFrame(
  data: unknown,
): ({ ok: true } & TimedFrame) | { ok: false; error: FrameError } {
  const result = read(data);
  return typeof result === 'string' ? { ok: false, error: result } : { ok: true, ...result };
}

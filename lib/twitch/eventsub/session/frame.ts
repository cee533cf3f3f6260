import * as z from 'zod/mini';
import {
  type Notification,
  notificationSchema,
  textOrEmpty,
  word,
} from '@/lib/twitch/payload/notification';

/** Characters. The longest message of Twitch's own, 500 emotes and what they are, has a fifth. */
const LENGTH_AT_MOST = 256 * 1024;
/** Twitch goes nine levels deep. What is far deeper can neither be stored nor written as text. */
const DEPTH_AT_MOST = 32;

/** Twitch's own bounds of a keepalive; it moves to the nearest what lies outside. */
const KEEPALIVE_S = { least: 10, most: 600 };

/** A condition as far as it can be read: a revocation counts even if its condition does not parse. */
const conditionOrEmpty = z.pipe(
  z.optional(z.unknown()),
  z.transform((value): Record<string, string> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    return Object.fromEntries(Object.entries(value).filter(([, id]) => typeof id === 'string'));
  }),
);

const revokedSchema = z.object({
  id: word,
  type: word,
  status: word,
  condition: conditionOrEmpty,
});

/** A subscription that Twitch ended, with its reason in `status`. */
export type RevokedSubscription = z.infer<typeof revokedSchema>;

/** What an EventSub message says. */
export type Frame =
  | { kind: 'welcome'; sessionId: string; keepaliveSeconds: number }
  | { kind: 'keepalive' }
  | { kind: 'reconnect'; url: string }
  | { kind: 'notification'; notification: Notification }
  | { kind: 'revocation'; subscription: RevokedSubscription };

/** Why a frame was put aside. */
export const FRAME_ERRORS = [
  'not_text',
  'too_long',
  'not_json',
  'too_deep',
  'not_a_message',
  'unknown_message_type',
  'wrong_shape',
  /** A reconnect that leads to somebody else than Twitch. */
  'foreign_address',
] as const;

/** One of {@link FRAME_ERRORS}. */
export type FrameError = (typeof FRAME_ERRORS)[number];

type Reader = (json: unknown) => Frame | FrameError;

function reader<Schema extends z.ZodMiniType>(
  schema: Schema,
  build: (message: z.infer<Schema>) => Frame | FrameError,
): Reader {
  return (json) => {
    const parsed = z.safeParse(schema, json);
    return parsed.success ? build(parsed.data) : 'wrong_shape';
  };
}

/** What a welcome says of its keepalive, made fit for a timer: a session is not lost over it. */
function keepaliveOf(said: unknown): number {
  const seconds = typeof said === 'number' ? said : KEEPALIVE_S.least;
  return Math.min(Math.max(seconds, KEEPALIVE_S.least), KEEPALIVE_S.most);
}

/** Whether an address is one of EventSub's. A reconnect must lead nowhere else. */
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

/** By `metadata.message_type`. Keys that this project does not use are dropped, never refused. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  [
    'session_welcome',
    reader(welcomeSchema, ({ payload: { session } }) => ({
      kind: 'welcome',
      sessionId: session.id,
      keepaliveSeconds: keepaliveOf(session.keepalive_timeout_seconds),
    })),
  ],
  ['session_keepalive', () => ({ kind: 'keepalive' })],
  [
    'session_reconnect',
    reader(reconnectSchema, ({ payload }) => {
      const url = payload.session.reconnect_url;
      return isEventSubAddress(url) ? { kind: 'reconnect', url } : 'foreign_address';
    }),
  ],
  [
    'notification',
    reader(notificationSchema, (notification) => ({ kind: 'notification', notification })),
  ],
  [
    'revocation',
    reader(revocationSchema, ({ payload }) => ({
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

function isDeeper(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(levels - 1, inner));
}

/** A frame that could be read, and when Twitch sent it by its own clock; `null` where it says none. */
interface ReadFrame {
  frame: Frame;
  sentAt: number | null;
}

function read(data: unknown): ReadFrame | FrameError {
  if (typeof data !== 'string') return 'not_text';
  if (data.length > LENGTH_AT_MOST) return 'too_long';
  const json = parseJson(data);
  if (json === undefined) return 'not_json';
  if (isDeeper(DEPTH_AT_MOST, json)) return 'too_deep';
  const message = z.safeParse(messageSchema, json);
  if (!message.success) return 'not_a_message';
  const { message_type, message_timestamp } = message.data.metadata;
  const frame = READERS.get(message_type)?.(json) ?? 'unknown_message_type';
  if (typeof frame === 'string') return frame;
  const sentAt = Date.parse(message_timestamp);
  return { frame, sentAt: Number.isNaN(sentAt) ? null : sentAt };
}

/** Reads one frame as it came over the socket. Never throws. */
export function parseFrame(
  data: unknown,
): ({ ok: true } & ReadFrame) | { ok: false; fault: FrameError } {
  const told = read(data);
  return typeof told === 'string' ? { ok: false, fault: told } : { ok: true, ...told };
}

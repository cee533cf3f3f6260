import * as z from 'zod/mini';

const DEFAULT_KEEPALIVE_S = 10;

const subscriptionSchema = z.object({ id: z.string(), type: z.string(), status: z.string() });

const notificationSchema = z.object({
  metadata: z.object({
    message_id: z.string(),
    message_timestamp: z.string(),
    subscription_type: z.string(),
  }),
  payload: z.object({ subscription: subscriptionSchema, event: z.record(z.string(), z.unknown()) }),
});

/** An EventSub notification: something happened. */
export type Notification = z.infer<typeof notificationSchema>;

/** A subscription that Twitch ended, with its reason in `status`. */
export type RevokedSubscription = z.infer<typeof subscriptionSchema>;

/** What an EventSub message says. */
export type Frame =
  | { kind: 'welcome'; sessionId: string; keepaliveSeconds: number }
  | { kind: 'keepalive' }
  | { kind: 'reconnect'; url: string }
  | { kind: 'notification'; notification: Notification }
  | { kind: 'revocation'; subscription: RevokedSubscription };

/** Why a frame was put aside. */
export type FrameFault = 'not_json' | 'not_a_message' | 'unknown_message_type' | 'wrong_shape';

type Reader = (json: unknown) => Frame | null;

function reader<Schema extends z.ZodMiniType>(
  schema: Schema,
  build: (message: z.infer<Schema>) => Frame,
): Reader {
  return (json) => {
    const parsed = z.safeParse(schema, json);
    return parsed.success ? build(parsed.data) : null;
  };
}

const welcomeSchema = z.object({
  payload: z.object({
    session: z.object({ id: z.string(), keepalive_timeout_seconds: z.nullish(z.number()) }),
  }),
});

const reconnectSchema = z.object({
  payload: z.object({ session: z.object({ reconnect_url: z.url() }) }),
});

const revocationSchema = z.object({ payload: z.object({ subscription: subscriptionSchema }) });

/** By `metadata.message_type`. Keys that this project does not use are dropped, never refused. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  [
    'session_welcome',
    reader(welcomeSchema, ({ payload: { session } }) => ({
      kind: 'welcome',
      sessionId: session.id,
      keepaliveSeconds: session.keepalive_timeout_seconds ?? DEFAULT_KEEPALIVE_S,
    })),
  ],
  ['session_keepalive', () => ({ kind: 'keepalive' })],
  [
    'session_reconnect',
    reader(reconnectSchema, ({ payload }) => ({
      kind: 'reconnect',
      url: payload.session.reconnect_url,
    })),
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

const messageSchema = z.object({ metadata: z.object({ message_type: z.string() }) });

function parseJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}

/** Reads one text frame. Never throws. */
export function parseFrame(
  data: unknown,
): { ok: true; frame: Frame } | { ok: false; fault: FrameFault } {
  const json = parseJson(data);
  if (json === undefined) return { ok: false, fault: 'not_json' };
  const message = z.safeParse(messageSchema, json);
  if (!message.success) return { ok: false, fault: 'not_a_message' };
  const read = READERS.get(message.data.metadata.message_type);
  if (read === undefined) return { ok: false, fault: 'unknown_message_type' };
  const frame = read(json);
  return frame === null ? { ok: false, fault: 'wrong_shape' } : { ok: true, frame };
}

import * as z from 'zod/mini';

const times = z.optional(z.int().check(z.positive()));
const status = z.int().check(z.gte(200), z.lte(599));
const session = z.optional(z.string());
const userId = z.optional(z.string());
/** A subscription type; one that ends in an asterisk covers every type with the same start. */
const type = z.optional(z.string());
/** The id of a channel that the condition of a subscription names. */
const broadcaster = z.optional(z.string());
/** A path; one that ends in an asterisk covers every path with the same start. */
const path = z.string().check(z.startsWith('/'));

/** Faults that take effect once, immediately. */
const IMMEDIATE = [
  z.strictObject({
    kind: z.literal('close'),
    code: z.int().check(z.gte(1000), z.lte(4999)),
    session,
  }),
  z.strictObject({ kind: z.literal('cut'), session }),
  z.strictObject({ kind: z.literal('silence'), session }),
  z.strictObject({ kind: z.literal('reconnect'), session, url: z.optional(z.string()) }),
  z.strictObject({
    kind: z.literal('revoke'),
    type,
    broadcaster,
    status: z._default(z.string(), 'authorization_revoked'),
  }),
  z.strictObject({
    kind: z.literal('expire'),
    user_id: userId,
    seconds: z._default(z.number().check(z.nonnegative()), 0),
  }),
  z.strictObject({ kind: z.literal('disconnect_app'), user_id: userId }),
  z.strictObject({ kind: z.literal('clear') }),
] as const;

/** Faults that stay active until they were used `times` times, or until `clear`. */
const STANDING = [
  z.strictObject({
    kind: z.literal('refuse'),
    type,
    broadcaster,
    status,
    message: z._default(z.string(), ''),
    times,
  }),
  z.strictObject({
    kind: z.literal('http'),
    path,
    status,
    message: z.optional(z.string()),
    headers: z.optional(z.record(z.string(), z.string())),
    times,
  }),
  z.strictObject({
    kind: z.literal('delay'),
    ms: z.int().check(z.nonnegative()),
    path: z.optional(path),
    times,
  }),
  z.strictObject({ kind: z.literal('offline') }),
  /** Helix lists a broadcast as live only that long after it began. */
  z.strictObject({ kind: z.literal('late_streams'), ms: z.int().check(z.nonnegative()) }),
  z.strictObject({ kind: z.literal('no_welcome'), times }),
  z.strictObject({ kind: z.literal('duplicate'), times }),
  z.strictObject({
    kind: z.literal('keepalive_jitter'),
    ratio: z.number().check(z.gte(0), z.lt(1)),
  }),
  z.strictObject({
    kind: z.literal('redirect_mismatch'),
    to: z.optional(z.url()),
    times,
  }),
  z.strictObject({ kind: z.literal('invalid_client'), times }),
  z.strictObject({ kind: z.literal('leaving_page'), times }),
  z.strictObject({
    kind: z.literal('validate'),
    status: z.optional(status),
    scopes: z.optional(z.nullable(z.array(z.string()))),
    expires_in: z.optional(z.nullable(z.int())),
    client_id: z.optional(z.string()),
    times,
  }),
] as const;

/** The body of `POST /faults`. */
export const faultSchema = z.discriminatedUnion('kind', [...IMMEDIATE, ...STANDING]);

/** A fault as a caller may send it, before defaults are filled in. */
export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;
export type StandingFault = z.output<(typeof STANDING)[number]>;
export type ImmediateFault = Exclude<Fault, StandingFault>;

type OfKind<K extends StandingFault['kind']> = Extract<StandingFault, { kind: K }>;

/** The active standing faults. */
export interface Faults {
  add(fault: StandingFault): void;
  clear(): void;
  all(): readonly StandingFault[];
  /** Returns the first matching fault of that kind, without counting it as used. */
  peek<K extends StandingFault['kind']>(
    kind: K,
    matches?: (fault: OfKind<K>) => boolean,
  ): OfKind<K> | undefined;
  /** Returns the same fault as `peek`, and counts it as one of its `times`. */
  take<K extends StandingFault['kind']>(
    kind: K,
    matches?: (fault: OfKind<K>) => boolean,
  ): OfKind<K> | undefined;
}

const STANDING_KINDS: ReadonlySet<unknown> = new Set(
  STANDING.flatMap((schema) => schema.shape.kind.def.values),
);

export function isStanding(fault: Fault): fault is StandingFault {
  return STANDING_KINDS.has(fault.kind);
}

/** Returns true if a fault's path or type covers the requested one. */
export function covers(pattern: string, requested: string): boolean {
  return pattern.endsWith('*') ? requested.startsWith(pattern.slice(0, -1)) : requested === pattern;
}

/** The subscriptions that a fault hits: all, those of a type, of a channel, or of both. */
export interface HitSubscriptions {
  type?: string | undefined;
  broadcaster?: string | undefined;
}

/** Returns true if a fault hits a subscription with that type and condition. */
export function hits(
  { type, broadcaster }: HitSubscriptions,
  subscription: { type: string; condition: Readonly<Record<string, string>> },
): boolean {
  const ids = Object.entries(subscription.condition)
    .filter(([key]) => key.endsWith('broadcaster_user_id'))
    .map(([, id]) => id);
  return (
    (type === undefined || covers(type, subscription.type)) &&
    (broadcaster === undefined || ids.includes(broadcaster))
  );
}

export function createFaults(): Faults {
  let standing: { fault: StandingFault; left: number }[] = [];

  function entryOf<K extends StandingFault['kind']>(
    kind: K,
    matches: (fault: OfKind<K>) => boolean = () => true,
  ) {
    const isKind = (fault: StandingFault): fault is OfKind<K> => fault.kind === kind;
    for (const entry of standing) {
      const { fault } = entry;
      if (isKind(fault) && matches(fault)) return { entry, fault };
    }
    return undefined;
  }

  return {
    add: (fault) =>
      void standing.push({
        fault,
        left: ('times' in fault && fault.times) || Number.POSITIVE_INFINITY,
      }),
    clear: () => void (standing = []),
    all: () => standing.map(({ fault }) => fault),
    peek: (kind, matches) => entryOf(kind, matches)?.fault,
    take(kind, matches) {
      const found = entryOf(kind, matches);
      if (!found) return undefined;
      found.entry.left -= 1;
      standing = standing.filter(({ left }) => left > 0);
      return found.fault;
    },
  };
}

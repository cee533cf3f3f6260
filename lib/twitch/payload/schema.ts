import * as z from 'zod/mini';
import type { Amount } from '@/lib/domain/event/amount';
import type { User } from '@/lib/domain/event/user';

/**
 * Fields as Twitch really sends them: any may be missing or null where the documents say it is
 * there, so absence has one meaning each and is never an error.
 */
export const maybeText = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => (value === undefined || value === '' ? null : value)),
);
export const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);
export const count = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => value ?? 0),
);
export const maybeCount = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => value ?? null),
);
export const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? false),
);

/**
 * A total a gifter may keep to themself. Twitch says null for that, and often 0
 * (twitchdev/issues#1156), which no one who has just gifted can have.
 */
export const sharedTotal = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => (value ? value : null)),
);

/** What a viewer wrote; all that is kept of it is its text. */
export const words = z.pipe(
  z.nullish(z.object({ text })),
  z.transform((value) => value?.text ?? ''),
);

export const broadcaster = {
  broadcaster_user_id: z.string(),
  broadcaster_user_name: z.string(),
};

export const sourceBroadcaster = {
  source_broadcaster_user_id: maybeText,
  source_broadcaster_user_login: maybeText,
  source_broadcaster_user_name: maybeText,
};

/** Twitch names users by id, login and display name; nobody at all is `null`. */
export function userOrNull(
  id: string | null,
  login: string | null,
  name: string | null,
): User | null {
  return id === null && login === null && name === null ? null : { id, login, name };
}

type NameKey<Prefix extends string> = `${Prefix}_${'id' | 'login' | 'name'}`;

/** The three keys that name somebody, by what they begin with. */
export function userFields<Prefix extends string>(prefix: Prefix) {
  const keys = { [`${prefix}_id`]: maybeText, [`${prefix}_login`]: maybeText };
  return { ...keys, [`${prefix}_name`]: maybeText } as Record<NameKey<Prefix>, typeof maybeText>;
}

/** Whom those keys name; `null` for nobody. */
export function userOf<Prefix extends string>(
  event: Record<NameKey<Prefix>, string | null>,
  prefix: Prefix,
): User | null {
  return userOrNull(event[`${prefix}_id`], event[`${prefix}_login`], event[`${prefix}_name`]);
}

/** Somebody who has a part in an event though Twitch may withhold who it is. */
export function userOrUnknown<Prefix extends string>(
  event: Record<NameKey<Prefix>, string | null>,
  prefix: Prefix,
): User {
  return userOf(event, prefix) ?? { id: null, login: null, name: null };
}

/** A number that Twitch's own example writes as text. */
export const looseCount = z.pipe(
  z.nullish(z.union([z.number(), z.string()])),
  z.transform((value) => Number(value) || 0),
);

/** A flag that Twitch's own example writes as text. */
export const looseFlag = z.pipe(
  z.nullish(z.union([z.boolean(), z.string()])),
  z.transform((value) => value === true || value === 'true'),
);

/** Money. Its places are spelt one way in chat notices and the other in charity events. */
export const amount = z.pipe(
  z.object({
    value: z.number(),
    decimal_place: z.nullish(z.number()),
    decimal_places: z.nullish(z.number()),
    currency: z.string(),
  }),
  z.transform(
    ({ value, decimal_place, decimal_places, currency }): Amount => ({
      amount: value,
      decimalPlaces: decimal_place ?? decimal_places ?? 0,
      currency,
    }),
  ),
);

/** A message by its pieces; Twitch has sent null for them (twitchdev/issues#983). */
export const message = z.nullish(
  z.object({
    text: z.nullish(z.string()),
    fragments: z.nullish(z.array(z.object({ type: z.string(), text: z.nullish(z.string()) }))),
  }),
);

/** What was written beside the cheermotes, whose bits are told anyway. */
export function wordsOf(said: z.infer<typeof message>): string {
  const fragments = said?.fragments ?? [];
  if (fragments.length === 0) return said?.text ?? '';
  return fragments
    .filter(({ type }) => type !== 'cheermote')
    .map((fragment) => fragment.text ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Seconds between two of Twitch's times; `null` where one of them can't be read. */
export function secondsBetween(from: string, to: string): number | null {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return Number.isNaN(seconds) ? null : seconds;
}

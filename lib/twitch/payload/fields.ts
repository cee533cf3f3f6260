/**
 * Schemas of single fields. Twitch leaves out fields, or sends `null` or a value of another type for
 * them, even where its reference lists them as always present. So a missing or unreadable value is
 * an error only in {@link needed}: an event is never lost for a part that it can do without.
 */
import * as z from 'zod/mini';
import type { Amount } from '@/lib/domain/event/amount';

/** Returns the schema of a value that is `null` if it is missing or does not fit its schema. */
export function part<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.nullable(schema), () => null);
}

/** Returns the schema of a list without the members that do not fit; empty if it is missing. */
export function list<Schema extends z.ZodMiniType>(member: Schema) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value): z.infer<Schema>[] =>
      (Array.isArray(value) ? value : []).flatMap((each) => {
        const parsed = z.safeParse(member, each);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}

/** Returns an object of a payload; an empty one if it is missing or no object. */
export function objectOrEmpty(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** Schemas of what an event can't do without. */
export const needed = {
  text: z.string(),
  /** A number. Twitch sends some numbers as texts. */
  count: z.union([
    z.number(),
    z.pipe(
      z.string().check(z.regex(/^\d+$/)),
      z.transform((digits) => Number(digits)),
    ),
  ]),
};

/** A text, or `null` if it is missing or empty. */
export const maybeText = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === 'string' && value !== '' ? value : null)),
);

/** A text, empty if it is missing. */
export const text = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === 'string' ? value : '')),
);

/** A number, or `null` if it is missing. */
export const maybeCount = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => {
    const parsed = z.safeParse(needed.count, value);
    return parsed.success ? parsed.data : null;
  }),
);

/** A number, 0 if it is missing. */
export const count = z.pipe(
  maybeCount,
  z.transform((value) => value ?? 0),
);

/** A boolean, false if it is missing. */
export const flag = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => value === true),
);

/**
 * A boolean, false if it is missing. The example of an ad break has it as a text:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelad_breakbegin
 */
export const looseFlag = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => value === true || value === 'true'),
);

/**
 * The number of subs that a gifter has given in a channel, or `null` if the gifter does not share
 * it. Twitch often sends 0 instead of null, but a gifter has always given at least one:
 * https://github.com/twitchdev/issues/issues/1156
 */
export const sharedTotal = z.pipe(
  maybeCount,
  z.transform((value) => (value ? value : null)),
);

/** Returns the number of decimals that a currency has; 0 for a code that Intl does not know. */
function decimalsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 0;
  } catch {
    return 0;
  }
}

/**
 * An amount of money. Chat notices call the number of decimals `decimal_place`, charity events
 * `decimal_places`: https://dev.twitch.tv/docs/eventsub/eventsub-reference/
 */
export const amount = z.pipe(
  z.object({
    value: needed.count,
    decimal_place: maybeCount,
    decimal_places: maybeCount,
    currency: needed.text,
  }),
  z.transform(
    ({ value, decimal_place, decimal_places, currency }): Amount => ({
      amount: value,
      decimalPlaces: decimal_place ?? decimal_places ?? decimalsOf(currency),
      currency,
    }),
  ),
);

/** Fields of the streamer. Nothing depends on them: the listener knows the streamer anyway. */
export const broadcaster = {
  broadcaster_user_id: maybeText,
  broadcaster_user_name: maybeText,
};

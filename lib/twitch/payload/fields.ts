/**
 * Schemas of single fields. Twitch leaves out fields, or sends `null` for them, even where its
 * reference lists them as always present, so a missing value is never an error here.
 */
import * as z from 'zod/mini';
import type { Amount } from '@/lib/domain/event/amount';

/** A text, or `null` if it is missing or empty. */
export const maybeText = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => (value === undefined || value === '' ? null : value)),
);

/** A text, empty if it is missing. */
export const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);

/** A number, 0 if it is missing. */
export const count = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => value ?? 0),
);

/** A number, or `null` if it is missing. */
export const maybeCount = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => value ?? null),
);

/** A boolean, false if it is missing. */
export const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? false),
);

/**
 * A number, 0 if it is missing. The example of an ad break has it as a text:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelad_breakbegin
 */
export const looseCount = z.pipe(
  z.nullish(z.union([z.number(), z.string()])),
  z.transform((value) => Number(value) || 0),
);

/** A boolean, false if it is missing. It may be a text for the same reason as a `looseCount`. */
export const looseFlag = z.pipe(
  z.nullish(z.union([z.boolean(), z.string()])),
  z.transform((value) => value === true || value === 'true'),
);

/**
 * The number of subs that a gifter has given in a channel, or `null` if the gifter does not share
 * it. Twitch often sends 0 instead of null, but a gifter has always given at least one:
 * https://github.com/twitchdev/issues/issues/1156
 */
export const sharedTotal = z.pipe(
  z.nullish(z.number()),
  z.transform((value) => (value ? value : null)),
);

/**
 * An amount of money. Chat notices call the number of decimals `decimal_place`, charity events
 * `decimal_places`: https://dev.twitch.tv/docs/eventsub/eventsub-reference/
 */
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

/** Fields of the streamer that a payload must have. */
export const broadcaster = {
  broadcaster_user_id: z.string(),
  broadcaster_user_name: z.string(),
};

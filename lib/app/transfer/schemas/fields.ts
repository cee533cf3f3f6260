import * as z from 'zod/mini';

/** The latest time that has a day of four digits, in milliseconds since 1970. */
const MAX_TIME = Date.UTC(9999, 11, 31);

/** A text of any meaning. Twitch's own are shorter. */
export const text = z.string().check(z.maxLength(10_000));

/** What names something, and cannot be empty. */
export const id = z.string().check(z.minLength(1), z.maxLength(300));

/** The number of something; not all that Twitch counts are whole numbers. */
export const count = z.number();

/** Milliseconds since 1970. */
export const time = z.number().check(z.nonnegative(), z.maximum(MAX_TIME));

/** A Twitch user, as an event names them. */
export const user = z.strictObject({
  id: z.nullable(text),
  login: z.nullable(text),
  name: z.nullable(text),
});

/** Money. */
export const amount = z.strictObject({ amount: count, decimalPlaces: count, currency: text });

/** Returns a list of something, of a length that no event of Twitch has. */
export function listOf<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.array(schema).check(z.maxLength(2_000));
}

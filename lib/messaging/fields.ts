import * as z from 'zod/mini';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { MAX_LINE_LENGTH, MAX_LINES } from '@/lib/domain/transfer/limits';

/** A text that the user typed or pasted. The address of a page can be long. */
export const typedSchema = z.string().check(z.maxLength(2_000));

/** The id of a user at Twitch. */
export const idSchema = z.string().check(z.regex(/^\d{1,20}$/));

/** The id of a row. */
export const rowIdSchema = z.string().check(z.maxLength(200));

/** The number of rows of a page. */
export const pageSchema = z.optional(z.int().check(z.minimum(1), z.maximum(100)));

/** A kind of event. */
export const kindSchema = z.enum(EVENT_KINDS);

/** Of which events the user wants to be notified, or no longer. */
export const notifyShape = {
  kind: kindSchema,
  streamerId: idSchema,
  isOn: z.optional(z.boolean()),
};

/** Lines of a file that follow on one another. What is in them is checked line by line. */
export const filePartSchema = z.object({
  firstLine: z.int().check(z.minimum(1)),
  // One character more shows that a line is too long.
  lines: z.array(z.string().check(z.maxLength(MAX_LINE_LENGTH + 1))).check(z.maxLength(MAX_LINES)),
});

/** A time in milliseconds since 1970, or none. */
export const timeSchema = z.nullable(z.number().check(z.nonnegative()));

/** Some events of the log. */
export const scopeSchema = z.object({
  streamerId: z.nullable(idSchema),
  viewerId: z.nullable(idSchema),
  from: timeSchema,
  until: timeSchema,
});

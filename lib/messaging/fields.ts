import * as z from 'zod/mini';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';

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

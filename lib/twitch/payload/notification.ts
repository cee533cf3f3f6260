import * as z from 'zod/mini';

/** Ids and names of types. They become keys of the database, so their length is limited. */
export const word = z.string().check(z.minLength(1), z.maxLength(256));

/** A text, or an empty one if the field is missing or not a text. */
export const textOrEmpty = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === 'string' ? value : '')),
);

/**
 * A notification with the fields that this project reads.
 * See https://dev.twitch.tv/docs/eventsub/websocket-reference/
 */
export const notificationSchema = z.object({
  metadata: z.object({
    message_id: word,
    // An event without a time is kept: the time at which it arrived is used instead.
    message_timestamp: textOrEmpty,
    subscription_type: word,
  }),
  payload: z.object({ event: z.record(z.string(), z.unknown()) }),
});

/** An EventSub notification: something happened on the channel. */
export type Notification = z.infer<typeof notificationSchema>;

import * as z from 'zod/mini';

/** Ids and names of types. They become keys of the database, so their length is limited. */
export const word = z.string().check(z.minLength(1), z.maxLength(256));

/** A text, or an empty one if the field is missing or not a text. */
export const textOrEmpty = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === 'string' ? value : '')),
);

/**
 * The readable part of a condition, which names channels and users by their ids. What is not a text
 * is left out: a message counts even if its condition is not valid.
 */
export const conditionOrEmpty = z.pipe(
  z.optional(z.unknown()),
  z.transform((value): Record<string, string> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    return Object.fromEntries(Object.entries(value).filter(([, id]) => typeof id === 'string'));
  }),
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
  payload: z.object({
    // Says for which channel the event was sent; without it, the event says that itself.
    subscription: z.catch(z.optional(z.object({ condition: conditionOrEmpty })), undefined),
    event: z.record(z.string(), z.unknown()),
  }),
});

/** An EventSub notification: something happened on the channel. */
export type Notification = z.infer<typeof notificationSchema>;

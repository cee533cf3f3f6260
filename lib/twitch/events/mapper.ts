import * as z from 'zod/mini';
import type { ChannelState } from '@/lib/domain/channel/channel';
import { buildEvent } from '@/lib/domain/event/build-event';
import type { ChannelInfo, EventDetails, StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { ChatRestrictions } from '@/lib/domain/event/moderation';
import type { User } from '@/lib/domain/event/user';
import type { Notification } from '../payload/notification';
import { plausibleTime } from '../payload/timestamp';

/** Everything that a mapper may read besides the notification. */
export interface MapContext {
  streamerId: string;
  /** Display name, used when the payload has none. */
  streamerName: string;
  /** Title, category, language and labels of the channel before this event. */
  channelInfo: ChannelInfo | null;
  /** The restrictions on chatting before this event; absent if they are unknown. */
  chatBefore?: ChatRestrictions;
  /** The broadcast that an end without an id ends; `null` if there was none or it is unknown. */
  live: ChannelState['live'];
  /** Used when a timestamp of Twitch cannot be read, in milliseconds since 1970. */
  now: number;
  /**
   * Called for a payload of a known type that lacks what its kind needs. Nothing is lost: its event
   * is of kind `other` and keeps the payload.
   */
  payloadUnreadable?(): void;
}

/**
 * Maps a notification to its event. Returns `null` for a payload that it does not understand, and
 * `'ignored'` for one that is not recorded, for example because another type reports the same.
 */
export type Mapper = (
  notification: Notification,
  context: MapContext,
) => StreamEvent | 'ignored' | null;

/** Mappers by EventSub type. */
export type Mappers = Readonly<Record<string, Mapper>>;

/** The fields of an event that depend on the payload. */
export type EventParts = {
  [Kind in EventKind]: {
    kind: Kind;
    viewer: User | null;
    detail: EventDetails[Kind];
    naturalKey?: string;
    thread?: string;
  };
}[EventKind];

/**
 * Builds the event of a notification from its metadata, the context and the given parts. Without
 * a `streamerName`, the streamer has the name that the context has.
 */
export function notificationEvent(
  { metadata }: Notification,
  context: MapContext,
  { streamerName, ...parts }: EventParts & { streamerName: string | null },
): StreamEvent {
  return buildEvent({
    ...parts,
    id: metadata.message_id,
    streamer: { id: context.streamerId, name: streamerName ?? context.streamerName },
    sourceType: metadata.subscription_type,
    createdAt: plausibleTime(metadata.message_timestamp, context.now),
  });
}

/**
 * Creates a mapper from a schema of the payload and a function that reads the parsed payload.
 *
 * Most payloads name the streamer `broadcaster_user_name`, charity campaigns `broadcaster_name`:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelcharity_campaignstart
 */
export function mapper<Schema extends z.ZodMiniType>(
  schema: Schema,
  read: (event: z.infer<Schema>, context: MapContext) => EventParts | 'ignored' | null,
): Mapper {
  return (notification, context) => {
    const { event } = notification.payload;
    const parsed = z.safeParse(schema, event);
    const parts = parsed.success ? read(parsed.data, context) : null;
    if (parts === null || parts === 'ignored') return parts;
    const name = event.broadcaster_user_name ?? event.broadcaster_name;
    const streamerName = typeof name === 'string' && name !== '' ? name : null;
    return notificationEvent(notification, context, { ...parts, streamerName });
  };
}

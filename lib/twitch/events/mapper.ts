import * as z from 'zod/mini';
import type { ChannelState } from '@/lib/domain/channel/channel';
import type { ChannelInfo, EventDetails, StreamEvent } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { User } from '@/lib/domain/event/user';
import { messageTime } from '../payload/message-time';
import type { Notification } from '../payload/notification';

/** What a mapper may know beside the notification itself. */
export interface MapContext {
  streamerId: string;
  /** Display name, for payloads that do not bear it. */
  streamerName: string;
  /** The channel's title, category and language before this event. */
  channelText: ChannelInfo | null;
  /** The stream that was on the air before this event; `null` when none was, or none is known. */
  live: ChannelState['live'];
  /** The time to use where Twitch's own can't be read. */
  now: number;
}

/**
 * Turns a notification into its event. `null` where it can't be understood; `'ignored'` where it can,
 * and is not recorded, such as what another type tells as well.
 */
export type Mapper = (
  notification: Notification,
  context: MapContext,
) => StreamEvent | 'ignored' | null;

/** Mappers by the EventSub type they are for. */
export type Mappers = Readonly<Record<string, Mapper>>;

/** What a mapper adds to the fields that every event has. */
export interface EventParts<Kind extends EventKind> {
  kind: Kind;
  streamerName: string;
  viewer: User | null;
  detail: EventDetails[Kind];
  naturalKey?: string;
  thread?: string;
}

/** Builds the event of a notification. */
export function buildEvent<Kind extends EventKind>(
  { metadata }: Notification,
  context: MapContext,
  parts: EventParts<Kind>,
): StreamEvent {
  const event = {
    id: metadata.message_id,
    streamer_id: context.streamerId,
    streamer_name: parts.streamerName,
    event_type: parts.kind,
    source_type: metadata.subscription_type,
    viewer_id: parts.viewer?.id ?? null,
    viewer_login: parts.viewer?.login ?? null,
    viewer_name: parts.viewer?.name ?? null,
    created_at: messageTime(metadata.message_timestamp, context.now),
    ...(parts.naturalKey !== undefined && { natural_key: parts.naturalKey }),
    ...(parts.thread !== undefined && { thread: parts.thread }),
    detail: parts.detail,
  };
  // Kind and detail belong together by EventParts; TypeScript can't distribute that over the union.
  return event as StreamEvent;
}

/** What a payload says beside the channel it is about. */
export type Parts = {
  [Kind in EventKind]: Omit<EventParts<Kind>, 'streamerName'>;
}[EventKind];

/** A mapper by schema. The streamer is named in one of two ways, and in `channel.raid` in neither. */
export function mapper<Schema extends z.ZodMiniType>(
  schema: Schema,
  build: (event: z.infer<Schema>, context: MapContext) => Parts | 'ignored' | null,
): Mapper {
  return (notification, context) => {
    const { event } = notification.payload;
    const parsed = z.safeParse(schema, event);
    const parts = parsed.success ? build(parsed.data, context) : null;
    if (parts === null || parts === 'ignored') return parts;
    const name = event.broadcaster_user_name ?? event.broadcaster_name;
    const streamerName = typeof name === 'string' ? name : context.streamerName;
    return buildEvent(notification, context, { ...parts, streamerName });
  };
}

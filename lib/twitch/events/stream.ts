import * as z from 'zod/mini';
import { offlineKey, onlineKey } from '@/lib/domain/event/natural-key';
import { messageTime } from '../payload/message-time';
import type { Notification } from '../payload/notification';
import { broadcaster, maybeText, text } from '../payload/schema';
import { buildEvent, type MapContext } from './mapper';

const onlineSchema = z.object({ ...broadcaster, id: z.string(), started_at: text });
// The id came with a change of 2026 and is missing before it.
const offlineSchema = z.object({ ...broadcaster, id: maybeText });

/** `stream.online`. One stream goes live once, whoever reports it. */
export function mapStreamOnline(notification: Notification, context: MapContext) {
  const parsed = z.safeParse(onlineSchema, notification.payload.event);
  if (!parsed.success) return null;
  const { id: streamId, started_at: startedAt, broadcaster_user_name: streamerName } = parsed.data;
  return buildEvent(notification, context, {
    kind: 'stream_online',
    streamerName,
    viewer: null,
    naturalKey: onlineKey(streamId),
    detail: { streamId, startedAt: messageTime(startedAt, context.now) },
  });
}

/** `stream.offline`. Where it does not say which stream has ended, the one that was on has. */
export function mapStreamOffline(notification: Notification, context: MapContext) {
  const parsed = z.safeParse(offlineSchema, notification.payload.event);
  if (!parsed.success) return null;
  const { id, broadcaster_user_name: streamerName } = parsed.data;
  const streamId = id ?? context.live?.streamId ?? null;
  return buildEvent(notification, context, {
    kind: 'stream_offline',
    streamerName,
    viewer: null,
    ...(streamId !== null && { naturalKey: offlineKey(streamId) }),
    detail: { streamId, startedAt: context.live?.startedAt ?? null },
  });
}

import * as z from 'zod/mini';
import type { Notification } from '../eventsub/frame';
import { buildEvent, type MapContext } from './mapper';
import { broadcaster, count, maybeText, text } from './schema';

const updateSchema = z.object({
  ...broadcaster,
  title: text,
  language: text,
  category_name: text,
});

/** `channel.update` v2. It tells the whole new state, so what changed is told by the one before. */
export function mapChannelUpdate(notification: Notification, context: MapContext) {
  const parsed = z.safeParse(updateSchema, notification.payload.event);
  if (!parsed.success) return null;
  const { title, language, category_name: category, broadcaster_user_name } = parsed.data;
  return buildEvent(notification, context, {
    kind: 'channel_update',
    streamerName: broadcaster_user_name,
    viewer: null,
    detail: { before: context.channelText, after: { title, category, language } },
  });
}

const raidSchema = z.object({
  from_broadcaster_user_name: z.string(),
  to_broadcaster_user_id: maybeText,
  to_broadcaster_user_login: maybeText,
  to_broadcaster_user_name: maybeText,
  viewers: count,
});

/** `channel.raid` from the streamer: sent when the raid is carried out. */
export function mapRaidOut(notification: Notification, context: MapContext) {
  const parsed = z.safeParse(raidSchema, notification.payload.event);
  if (!parsed.success) return null;
  const raid = parsed.data;
  return buildEvent(notification, context, {
    kind: 'raid_out',
    streamerName: raid.from_broadcaster_user_name,
    viewer: null,
    detail: {
      viewers: raid.viewers,
      target: {
        id: raid.to_broadcaster_user_id,
        login: raid.to_broadcaster_user_login,
        name: raid.to_broadcaster_user_name,
      },
    },
  });
}

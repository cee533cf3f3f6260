import * as z from 'zod/mini';
import { broadcaster, count, text, userFields, userOf, userOrUnknown } from '../payload/schema';
import { notificationEvent, type Mapper, type Mappers, mapper } from './mapper';

const updateSchema = z.object({
  ...broadcaster,
  title: text,
  language: text,
  category_name: text,
  content_classification_labels: z.nullish(z.array(z.string())),
});

const raidSchema = z.object({
  ...userFields('from_broadcaster_user'),
  ...userFields('to_broadcaster_user'),
  viewers: count,
});

/** `channel.raid` tells of raids in both directions; which one is told by who is at its end. */
const mapRaid: Mapper = (notification, context) => {
  const parsed = z.safeParse(raidSchema, notification.payload.event);
  if (!parsed.success) return null;
  const { viewers, ...raid } = parsed.data;
  const from = userOf(raid, 'from_broadcaster_user');
  const to = userOf(raid, 'to_broadcaster_user');
  if (from === null) return null;
  if (to?.id === context.streamerId) {
    return notificationEvent(notification, context, {
      kind: 'raid_in',
      streamerName: to.name ?? context.streamerName,
      viewer: from,
      detail: { viewers },
    });
  }
  return notificationEvent(notification, context, {
    kind: 'raid_out',
    streamerName: from.name ?? context.streamerName,
    viewer: null,
    detail: { viewers, target: userOrUnknown(raid, 'to_broadcaster_user') },
  });
};

/** What changes about the channel, and where its viewers go. */
export const CHANNEL_MAPPERS: Mappers = {
  // Version 2 tells the whole new state, so what changed is told by the one before.
  'channel.update': mapper(updateSchema, (event, context) => ({
    kind: 'channel_update',
    viewer: null,
    detail: {
      before: context.channelText,
      after: {
        title: event.title,
        category: event.category_name,
        language: event.language,
        labels: event.content_classification_labels ?? [],
      },
    },
  })),
  'channel.raid': mapRaid,
};

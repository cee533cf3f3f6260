import * as z from 'zod/mini';
import { count } from '../payload/fields';
import { userFields, userOf, userOrUnknown } from '../payload/users';
import { type Mapper, type Mappers, notificationEvent } from './mapper';

const schema = z.object({
  ...userFields('from_broadcaster_user'),
  ...userFields('to_broadcaster_user'),
  viewers: count,
});

const mapRaid: Mapper = (notification, context) => {
  const parsed = z.safeParse(schema, notification.payload.event);
  if (!parsed.success) return null;
  const { viewers, ...raid } = parsed.data;
  const from = userOf(raid, 'from_broadcaster_user');
  const to = userOf(raid, 'to_broadcaster_user');
  if (from === null) return null;
  if (to?.id === context.streamerId) {
    return notificationEvent(notification, context, {
      kind: 'raid_in',
      streamerName: to.name,
      viewer: from,
      detail: { viewers },
    });
  }
  return notificationEvent(notification, context, {
    kind: 'raid_out',
    streamerName: from.name,
    viewer: null,
    detail: { viewers, target: userOrUnknown(raid, 'to_broadcaster_user') },
  });
};

/**
 * Mapper of raids. Twitch reports both directions with one type and names the streamer as the
 * source or as the target of the raid:
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelraid
 */
export const RAID_MAPPERS: Mappers = { 'channel.raid': mapRaid };

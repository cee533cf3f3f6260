import * as z from 'zod/mini';
import { count, flag, maybeCount, needed, sharedTotal } from '../payload/fields';
import { messageText } from '../payload/message-text';
import { userFields, userOf } from '../payload/users';
import { type Mappers, mapper } from './mapper';

const user = userFields('user');
const sub = z.object({ ...user, tier: needed.text, is_gift: flag });

const gift = z.object({
  ...user,
  tier: needed.text,
  total: needed.count,
  cumulative_total: sharedTotal,
  is_anonymous: flag,
});

const resub = z.object({
  ...user,
  tier: needed.text,
  message: messageText,
  cumulative_months: count,
  streak_months: maybeCount,
  duration_months: count,
});

/**
 * Mappers of subs. Twitch sends these types to the streamer only. They do not say if a sub was
 * paid with Prime: https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelsubscribe
 */
export const SUB_MAPPERS: Mappers = {
  // Twitch sends it for each recipient of a gift too. The gift is recorded with its gifter instead.
  'channel.subscribe': mapper(sub, (event) =>
    event.is_gift
      ? 'ignored'
      : {
          kind: 'sub',
          viewer: userOf(event, 'user'),
          detail: { message: '', tier: event.tier, isPrime: false, durationMonths: 0 },
        },
  ),
  'channel.subscription.end': mapper(sub, (event) => ({
    kind: 'sub_end',
    viewer: userOf(event, 'user'),
    detail: { tier: event.tier, isGift: event.is_gift },
  })),
  'channel.subscription.gift': mapper(gift, (event) => ({
    kind: 'community_gift',
    viewer: event.is_anonymous ? null : userOf(event, 'user'),
    detail: {
      tier: event.tier,
      total: event.total,
      cumulativeTotal: event.cumulative_total,
      communityGiftId: null,
    },
  })),
  'channel.subscription.message': mapper(resub, (event) => ({
    kind: 'resub',
    viewer: userOf(event, 'user'),
    detail: {
      message: event.message,
      gifter: null,
      isGifterAnonymous: false,
      tier: event.tier,
      isPrime: false,
      isGift: false,
      cumulativeMonths: event.cumulative_months,
      streakMonths: event.streak_months,
      durationMonths: event.duration_months,
    },
  })),
};

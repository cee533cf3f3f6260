import * as z from 'zod/mini';
import type { User } from '@/lib/domain/event/user';
import {
  count,
  flag,
  maybeCount,
  maybeText,
  needed,
  sharedTotal,
} from '@/lib/twitch/payload/fields';
import { userFields, userOf, userOrUnknown } from '@/lib/twitch/payload/users';
import { type NoticeReader, noticeReader } from './notice-reader';

const tier = { sub_tier: needed.text };
const recipient = userFields('recipient_user');
const gifterUser = userFields('gifter_user');
const gifter = { ...gifterUser, gifter_is_anonymous: flag };

type GifterBody = Record<keyof typeof gifterUser, string | null> & { gifter_is_anonymous: boolean };

function gifterOf(body: GifterBody): { gifter: User | null; isGifterAnonymous: boolean } {
  return { gifter: userOf(body, 'gifter_user'), isGifterAnonymous: body.gifter_is_anonymous };
}

/** Returns the thread that connects the gifts of one gift bomb with its header. */
function bombThread(communityGiftId: string | null) {
  return communityGiftId === null ? {} : { thread: `gift:${communityGiftId}` };
}

/** Readers of the notices about subs and gifted subs. */
export const SUB_NOTICE_READERS: readonly (readonly [type: string, NoticeReader])[] = [
  [
    'sub',
    noticeReader(
      z.object({ ...tier, is_prime: flag, duration_months: count }),
      (body, message) => ({
        kind: 'sub',
        detail: {
          message,
          tier: body.sub_tier,
          isPrime: body.is_prime,
          durationMonths: body.duration_months,
        },
      }),
    ),
  ],
  [
    'resub',
    noticeReader(
      z.object({
        ...tier,
        ...gifter,
        cumulative_months: count,
        streak_months: maybeCount,
        duration_months: count,
        is_prime: flag,
        is_gift: flag,
      }),
      (body, message) => ({
        kind: 'resub',
        detail: {
          message,
          ...gifterOf(body),
          tier: body.sub_tier,
          isPrime: body.is_prime,
          isGift: body.is_gift,
          cumulativeMonths: body.cumulative_months,
          streakMonths: body.streak_months,
          durationMonths: body.duration_months,
        },
      }),
    ),
  ],
  [
    'prime_paid_upgrade',
    noticeReader(z.object(tier), (body, message) => ({
      kind: 'prime_upgrade',
      detail: { message, tier: body.sub_tier },
    })),
  ],
  [
    'sub_gift',
    noticeReader(
      z.object({
        ...tier,
        ...recipient,
        duration_months: count,
        cumulative_total: sharedTotal,
        community_gift_id: maybeText,
      }),
      (body) => ({
        kind: 'gift',
        detail: {
          tier: body.sub_tier,
          durationMonths: body.duration_months,
          recipient: userOrUnknown(body, 'recipient_user'),
          cumulativeTotal: body.cumulative_total,
          communityGiftId: body.community_gift_id,
        },
        ...bombThread(body.community_gift_id),
      }),
    ),
  ],
  [
    'community_sub_gift',
    noticeReader(
      z.object({ ...tier, id: maybeText, total: needed.count, cumulative_total: sharedTotal }),
      (body) => ({
        kind: 'community_gift',
        detail: {
          tier: body.sub_tier,
          total: body.total,
          cumulativeTotal: body.cumulative_total,
          communityGiftId: body.id,
        },
        ...bombThread(body.id),
      }),
    ),
  ],
  [
    'gift_paid_upgrade',
    noticeReader(z.object(gifter), (body, message) => ({
      kind: 'gift_upgrade',
      detail: { message, ...gifterOf(body) },
    })),
  ],
  [
    'pay_it_forward',
    noticeReader(z.object({ ...gifter, ...recipient }), (body, message) => ({
      kind: 'pay_it_forward',
      detail: { message, ...gifterOf(body), recipient: userOf(body, 'recipient_user') },
    })),
  ],
];

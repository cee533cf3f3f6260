import * as z from 'zod/mini';
import type { User } from '@/lib/domain/event/user';
import {
  count,
  flag,
  maybeCount,
  maybeText,
  sharedTotal,
  userOrNull,
} from '@/lib/twitch/payload/schema';
import { notice, type ReadNotice } from './notice';

const tier = { sub_tier: z.string() };

const gifter = {
  gifter_is_anonymous: flag,
  gifter_user_id: maybeText,
  gifter_user_login: maybeText,
  gifter_user_name: maybeText,
};

const recipient = {
  recipient_user_id: maybeText,
  recipient_user_login: maybeText,
  recipient_user_name: maybeText,
};

type Gifter = Record<Exclude<keyof typeof gifter, 'gifter_is_anonymous'>, string | null> & {
  gifter_is_anonymous: boolean;
};

function gifterOf(body: Gifter): { gifter: User | null; isGifterAnonymous: boolean } {
  return {
    gifter: userOrNull(body.gifter_user_id, body.gifter_user_login, body.gifter_user_name),
    isGifterAnonymous: body.gifter_is_anonymous,
  };
}

function recipientOf(body: Record<keyof typeof recipient, string | null>): User | null {
  return userOrNull(body.recipient_user_id, body.recipient_user_login, body.recipient_user_name);
}

/** What ties the gifts of one gift bomb to their header. */
function bombThread(communityGiftId: string): string {
  return `gift:${communityGiftId}`;
}

/** Notices of subs, gifted or not. */
export const SUB_NOTICES: readonly (readonly [string, ReadNotice])[] = [
  [
    'sub',
    notice(z.object({ ...tier, is_prime: flag, duration_months: count }), (body, message) => ({
      kind: 'sub',
      detail: {
        message,
        tier: body.sub_tier,
        isPrime: body.is_prime,
        durationMonths: body.duration_months,
      },
    })),
  ],
  [
    'resub',
    notice(
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
    notice(z.object(tier), (body, message) => ({
      kind: 'prime_upgrade',
      detail: { message, tier: body.sub_tier },
    })),
  ],
  [
    'sub_gift',
    notice(
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
          recipient: recipientOf(body) ?? { id: null, login: null, name: null },
          cumulativeTotal: body.cumulative_total,
          communityGiftId: body.community_gift_id,
        },
        ...(body.community_gift_id !== null && { thread: bombThread(body.community_gift_id) }),
      }),
    ),
  ],
  [
    'community_sub_gift',
    notice(
      z.object({ ...tier, id: z.string(), total: z.number(), cumulative_total: sharedTotal }),
      (body) => ({
        kind: 'community_gift',
        detail: {
          tier: body.sub_tier,
          total: body.total,
          cumulativeTotal: body.cumulative_total,
          communityGiftId: body.id,
        },
        thread: bombThread(body.id),
      }),
    ),
  ],
  [
    'gift_paid_upgrade',
    notice(z.object(gifter), (body, message) => ({
      kind: 'gift_upgrade',
      detail: { message, ...gifterOf(body) },
    })),
  ],
  [
    'pay_it_forward',
    notice(z.object({ ...gifter, ...recipient }), (body, message) => ({
      kind: 'pay_it_forward',
      detail: { message, ...gifterOf(body), recipient: recipientOf(body) },
    })),
  ],
];

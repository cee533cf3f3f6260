import * as z from 'zod/mini';
import type { EventDetails, Person } from '@/lib/domain/event';
import type { EventKind } from '@/lib/domain/event-kind';
import { count, flag, maybeCount, maybeText, personOrNull, sharedTotal, text } from './schema';

/** What a notice says beside who and where. */
export type NoticeParts = {
  [Kind in EventKind]: {
    kind: Kind;
    detail: EventDetails[Kind];
    /** Set where it is not the chatter who acted. */
    viewer?: Person;
    thread?: string;
  };
}[EventKind];

type ReadNotice = (body: unknown, message: string) => NoticeParts | null;

function notice<Schema extends z.ZodMiniType>(
  schema: Schema,
  build: (body: z.infer<Schema>, message: string) => NoticeParts,
): ReadNotice {
  return (body, message) => {
    const parsed = z.safeParse(schema, body);
    return parsed.success ? build(parsed.data, message) : null;
  };
}

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

function gifterOf(body: Gifter): { gifter: Person | null; isGifterAnonymous: boolean } {
  return {
    gifter: personOrNull(body.gifter_user_id, body.gifter_user_login, body.gifter_user_name),
    isGifterAnonymous: body.gifter_is_anonymous,
  };
}

function recipientOf(body: Record<keyof typeof recipient, string | null>): Person | null {
  return personOrNull(
    body.recipient_user_id,
    body.recipient_user_login,
    body.recipient_user_name,
  );
}

/** What ties the gifts of one gift bomb to their header. */
function bombThread(communityGiftId: string): string {
  return `gift:${communityGiftId}`;
}

/** Every notice type that has a kind of its own, by name. The rest are told as Twitch tells them. */
const NOTICES: ReadonlyMap<string, ReadNotice> = new Map<string, ReadNotice>([
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
    'prime_paid_upgrade',
    notice(z.object(tier), (body, message) => ({
      kind: 'prime_upgrade',
      detail: { message, tier: body.sub_tier },
    })),
  ],
  [
    'pay_it_forward',
    notice(z.object({ ...gifter, ...recipient }), (body, message) => ({
      kind: 'pay_it_forward',
      detail: { message, ...gifterOf(body), recipient: recipientOf(body) },
    })),
  ],
  [
    'raid',
    notice(
      z.object({ user_id: maybeText, user_login: maybeText, user_name: maybeText, viewer_count: count }),
      (body) => ({
        kind: 'raid_in',
        viewer: { id: body.user_id, login: body.user_login, name: body.user_name },
        detail: { viewers: body.viewer_count },
      }),
    ),
  ],
  ['unraid', () => ({ kind: 'unraid', detail: {} })],
  [
    'announcement',
    notice(z.object({ color: text }), (body, message) => ({
      kind: 'announcement',
      // Twitch's own sources disagree on the case.
      detail: { message, color: body.color.toLowerCase() },
    })),
  ],
  [
    'bits_badge_tier',
    notice(z.object({ tier: z.number() }), (body, message) => ({
      kind: 'bits_badge',
      detail: { message, threshold: body.tier },
    })),
  ],
  [
    'charity_donation',
    notice(
      z.object({
        charity_name: text,
        amount: z.object({
          value: z.number(),
          // Spelt one way in chat notices and the other in charity events.
          decimal_place: z.optional(z.number()),
          decimal_places: z.optional(z.number()),
          currency: z.string(),
        }),
      }),
      ({ charity_name, amount }, message) => ({
        kind: 'charity_donation',
        detail: {
          message,
          charityName: charity_name,
          amount: amount.value,
          decimalPlaces: amount.decimal_place ?? amount.decimal_places ?? 0,
          currency: amount.currency,
        },
      }),
    ),
  ],
  [
    'watch_streak',
    notice(
      z.object({ streak_count: z.number(), channel_points_awarded: count }),
      (body, message) => ({
        kind: 'watch_streak',
        detail: {
          message,
          streams: body.streak_count,
          channelPoints: body.channel_points_awarded,
        },
      }),
    ),
  ],
  [
    'modiversary',
    notice(z.object({ months: z.number() }), (body, message) => ({
      kind: 'modiversary',
      detail: { message, months: body.months },
    })),
  ],
  [
    'gifted_drops_summary',
    notice(z.object({ recipient_count: maybeCount }), (body, message) => ({
      kind: 'gifted_drops',
      detail: { message, recipients: body.recipient_count },
    })),
  ],
]);

/**
 * Reads the body of a notice of a known type. `null` for a type without a kind of its own, and for a
 * body that lacks what its kind is told by.
 */
export function readNotice(type: string, body: unknown, message: string): NoticeParts | null {
  return NOTICES.get(type)?.(body, message) ?? null;
}

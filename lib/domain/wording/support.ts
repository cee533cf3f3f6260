import type { EventOf } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import {
  countedMessage,
  type Describers,
  gifterParam,
  isTierUnknown,
  type Message,
  moneyParam,
  tierParam,
  userParam,
  viewerParam,
} from './message';

function describeSub(event: EventOf<'sub'>): Message {
  const { tier, isPrime, durationMonths: months } = event.detail;
  const viewer = viewerParam(event);
  if (!isPrime && isTierUnknown(tier)) return { message: 'event.sub.plain', params: { viewer } };
  const params = { viewer, tier: tierParam(tier, isPrime) };
  if (isPrime) return { message: 'event.sub.prime', params };
  if (months <= 1) return { message: 'event.sub.tier', params };
  return { message: 'event.sub.months', count: months, params: { ...params, months } };
}

function describeResub(event: EventOf<'resub'>): Message {
  const { cumulativeMonths: months, streakMonths, ...detail } = event.detail;
  const common = { viewer: viewerParam(event), tier: tierParam(detail.tier, detail.isPrime) };
  const streak = streakMonths ?? 0;
  if (months > 0 && streak > 0) {
    return { message: 'event.resub.streak', count: months, params: { ...common, months, streak } };
  }
  return streak > 0
    ? { message: 'event.resub.streak_only', count: streak, params: { ...common, streak } }
    : countedMessage('event.resub.plain', 'event.resub.uncounted', common, { months });
}

/** Describes gifts that Twitch matched: see `lib/twitch/events/chat-notices/undocumented-notices.ts`. */
function describeMatch(event: EventOf<'gift' | 'community_gift'>): Message | null {
  if (!event.detail.notice?.type.includes('_match')) return null;
  return {
    message: 'event.gift.matched',
    params: { viewer: viewerParam(event, 'someone.gifter') },
  };
}

function describeGift(event: EventOf<'gift'>): Message {
  const match = describeMatch(event);
  if (match !== null) return match;
  const { durationMonths: months, ...detail } = event.detail;
  const params = {
    viewer: viewerParam(event, 'someone.gifter'),
    tier: tierParam(detail.tier),
    recipient: userParam(detail.recipient, 'someone.viewer'),
  };
  if (months <= 1) return { message: 'event.gift.plain', params };
  return { message: 'event.gift.months', count: months, params: { ...params, months } };
}

function describeCommunityGift(event: EventOf<'community_gift'>): Message {
  const { tier, total, communityGiftId } = event.detail;
  const match = describeMatch(event);
  if (match !== null) return match;
  const viewer = viewerParam(event, 'someone.gifter');
  if (isTierUnknown(tier)) return { message: 'event.community_gift.unknown', params: { viewer } };
  const params = { viewer, tier: tierParam(tier) };
  // channel.subscription.gift, which has no such id, also reports a gift to one viewer by name.
  if (total === 1 && communityGiftId === null) return { message: 'event.gift.unnamed', params };
  return countedMessage('event.community_gift.counted', 'event.community_gift.uncounted', params, {
    total,
  });
}

function describePayItForward(event: EventOf<'pay_it_forward'>): Message {
  const params = { viewer: viewerParam(event), gifter: gifterParam(event.detail) };
  if (event.detail.recipient === null) return { message: 'event.pay_it_forward.community', params };
  const recipient = userParam(event.detail.recipient, 'someone.viewer');
  return { message: 'event.pay_it_forward.viewer', params: { ...params, recipient } };
}

function describePowerUp(event: EventOf<'power_up'>): Message {
  const { effect, title } = event.detail;
  const params = { viewer: viewerParam(event, 'someone.cheerer') };
  if (title !== null) return { message: 'event.power_up.custom', params: { ...params, title } };
  switch (effect) {
    case 'message_effect':
      return { message: 'event.power_up.effect', params };
    case 'gigantify_an_emote':
    case 'gigantified_emote':
      return { message: 'event.power_up.giant_emote', params };
    case 'celebration':
      return { message: 'event.power_up.celebration', params };
    default:
      return { message: 'event.power_up.unknown', params };
  }
}

/** Describers of the support kinds. */
export const SUPPORT_DESCRIBERS: Describers<(typeof KIND_GROUPS.support)[number]> = {
  sub: describeSub,
  resub: describeResub,
  gift: describeGift,
  community_gift: describeCommunityGift,
  gift_upgrade: (event) => ({
    message: 'event.gift_upgrade',
    params: { viewer: viewerParam(event), gifter: gifterParam(event.detail) },
  }),
  prime_upgrade: (event) => ({
    message: 'event.prime_upgrade',
    params: { viewer: viewerParam(event), tier: tierParam(event.detail.tier) },
  }),
  pay_it_forward: describePayItForward,
  cheer: (event) => ({
    message: 'event.cheer',
    count: event.detail.bits,
    params: { viewer: viewerParam(event, 'someone.cheerer'), bits: event.detail.bits },
  }),
  power_up: describePowerUp,
  bits_badge: (event) => ({
    message: 'event.bits_badge',
    params: { viewer: viewerParam(event), bits: event.detail.threshold },
  }),
  charity_donation: (event) => ({
    message: 'event.charity_donation',
    params: {
      viewer: viewerParam(event),
      amount: moneyParam(event.detail),
      charity: event.detail.charityName,
    },
  }),
  sub_end: (event) => ({
    message: event.detail.isGift ? 'event.sub_end.gift' : 'event.sub_end.own',
    params: { viewer: viewerParam(event), tier: tierParam(event.detail.tier) },
  }),
};

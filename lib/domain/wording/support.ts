import type { EventOf } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import {
  type Describers,
  gifterParam,
  type Message,
  moneyParam,
  tierParam,
  userParam,
  viewerParam,
} from './message';

function describeResub(event: EventOf<'resub'>): Message {
  const { cumulativeMonths: months, streakMonths, ...detail } = event.detail;
  const params = {
    viewer: viewerParam(event),
    tier: tierParam(detail.tier, detail.isPrime),
    months,
  };
  if (streakMonths !== null && streakMonths > 0) {
    return {
      message: 'event.resub.streak',
      count: months,
      params: { ...params, streak: streakMonths },
    };
  }
  return { message: 'event.resub.plain', count: months, params };
}

function describeGift(event: EventOf<'gift'>): Message {
  const { durationMonths: months, ...detail } = event.detail;
  const params = {
    viewer: viewerParam(event, 'someone.gifter'),
    tier: tierParam(detail.tier),
    recipient: userParam(detail.recipient, 'someone.viewer'),
  };
  if (months <= 1) return { message: 'event.gift.plain', params };
  return { message: 'event.gift.months', count: months, params: { ...params, months } };
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
  sub: (event) => ({
    message: event.detail.isPrime ? 'event.sub.prime' : 'event.sub.tier',
    params: {
      viewer: viewerParam(event),
      tier: tierParam(event.detail.tier, event.detail.isPrime),
    },
  }),
  resub: describeResub,
  gift: describeGift,
  community_gift: (event) => ({
    message: 'event.community_gift.counted',
    count: event.detail.total,
    params: {
      viewer: viewerParam(event, 'someone.gifter'),
      tier: tierParam(event.detail.tier),
      total: event.detail.total,
    },
  }),
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

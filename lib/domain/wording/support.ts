import type { EventOf } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import { gifter, money, person, type Tellers, type Told, tier, viewer } from './message';

function tellResub(event: EventOf<'resub'>): Told {
  const { cumulativeMonths: months, streakMonths, ...detail } = event.detail;
  const params = { viewer: viewer(event), tier: tier(detail.tier, detail.isPrime), months };
  if (streakMonths !== null && streakMonths > 0) {
    return {
      message: 'event.resub.streak',
      count: months,
      params: { ...params, streak: streakMonths },
    };
  }
  return { message: 'event.resub.plain', count: months, params };
}

function tellGift(event: EventOf<'gift'>): Told {
  const { durationMonths: months, ...detail } = event.detail;
  const params = {
    viewer: viewer(event, 'someone.gifter'),
    tier: tier(detail.tier),
    recipient: person(detail.recipient, 'someone.viewer'),
  };
  if (months <= 1) return { message: 'event.gift.plain', params };
  return { message: 'event.gift.months', count: months, params: { ...params, months } };
}

function tellPayItForward(event: EventOf<'pay_it_forward'>): Told {
  const params = { viewer: viewer(event), gifter: gifter(event.detail) };
  if (event.detail.recipient === null) return { message: 'event.pay_it_forward.community', params };
  const recipient = person(event.detail.recipient, 'someone.viewer');
  return { message: 'event.pay_it_forward.viewer', params: { ...params, recipient } };
}

function tellPowerUp(event: EventOf<'power_up'>): Told {
  const { effect, title } = event.detail;
  const params = { viewer: viewer(event, 'someone.cheerer') };
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

/** How support is told. */
export const SUPPORT: Tellers<(typeof KIND_GROUPS.support)[number]> = {
  sub: (event) => ({
    message: event.detail.isPrime ? 'event.sub.prime' : 'event.sub.tier',
    params: { viewer: viewer(event), tier: tier(event.detail.tier, event.detail.isPrime) },
  }),
  resub: tellResub,
  gift: tellGift,
  community_gift: (event) => ({
    message: 'event.community_gift.told',
    count: event.detail.total,
    params: {
      viewer: viewer(event, 'someone.gifter'),
      tier: tier(event.detail.tier),
      total: event.detail.total,
    },
  }),
  gift_upgrade: (event) => ({
    message: 'event.gift_upgrade',
    params: { viewer: viewer(event), gifter: gifter(event.detail) },
  }),
  prime_upgrade: (event) => ({
    message: 'event.prime_upgrade',
    params: { viewer: viewer(event), tier: tier(event.detail.tier) },
  }),
  pay_it_forward: tellPayItForward,
  cheer: (event) => ({
    message: 'event.cheer',
    count: event.detail.bits,
    params: { viewer: viewer(event, 'someone.cheerer'), bits: event.detail.bits },
  }),
  power_up: tellPowerUp,
  bits_badge: (event) => ({
    message: 'event.bits_badge',
    params: { viewer: viewer(event), bits: event.detail.threshold },
  }),
  charity_donation: (event) => ({
    message: 'event.charity_donation',
    params: {
      viewer: viewer(event),
      amount: money(event.detail),
      charity: event.detail.charityName,
    },
  }),
  sub_end: (event) => ({
    message: event.detail.isGift ? 'event.sub_end.gift' : 'event.sub_end.own',
    params: { viewer: viewer(event), tier: tier(event.detail.tier) },
  }),
};

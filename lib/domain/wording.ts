import type { ChannelText, EventOf } from './event';
import type { EventKind } from './event-kind';
import type { FeedRow } from './row';
import { gifter, money, type Param, person, type Told, tier, viewer } from './telling';

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

function changedParts(before: ChannelText | null, after: ChannelText): string {
  if (before === null) return 'all';
  const isTitle = before.title !== after.title;
  const isCategory = before.category !== after.category;
  if (isTitle && isCategory) return 'all';
  if (isTitle) return 'title';
  if (isCategory) return 'category';
  return before.language === after.language ? 'settings' : 'language';
}

function tellChannelUpdate({ detail: { before, after } }: EventOf<'channel_update'>): Told {
  const { title, language } = after;
  const category: Param =
    after.category === '' ? { message: 'someone.no_category' } : after.category;
  switch (changedParts(before, after)) {
    case 'title':
      return { message: 'event.channel_update.title', params: { title } };
    case 'category':
      return { message: 'event.channel_update.category', params: { category } };
    case 'language':
      return { message: 'event.channel_update.language', params: { language } };
    case 'settings':
      return { message: 'event.channel_update.settings', params: {} };
    default:
      return { message: 'event.channel_update.all', params: { title, category } };
  }
}

function tellUnknown(event: EventOf<'other'> | EventOf<'shared_chat'>): Told {
  const { systemMessage, noticeType } = event.detail;
  if (systemMessage !== '') return { message: 'event.other.said', params: { text: systemMessage } };
  return { message: 'event.other.unnamed', params: { type: noticeType || event.source_type } };
}

type Tellers = { [Kind in EventKind]: (event: EventOf<Kind>) => Told };

const TELLERS: Tellers = {
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
  watch_streak: (event) => ({
    message: 'event.watch_streak',
    count: event.detail.streams,
    params: { viewer: viewer(event), streams: event.detail.streams },
  }),
  modiversary: (event) => ({
    message: 'event.modiversary',
    count: event.detail.months,
    params: { viewer: viewer(event), months: event.detail.months },
  }),
  gifted_drops: (event) => {
    const { recipients } = event.detail;
    if (recipients === null) {
      return { message: 'event.gifted_drops.uncounted', params: { viewer: viewer(event) } };
    }
    return {
      message: 'event.gifted_drops.counted',
      count: recipients,
      params: { viewer: viewer(event), recipients },
    };
  },
  announcement: (event) => ({
    message: 'event.announcement',
    params: { viewer: viewer(event, 'someone.moderator') },
  }),
  raid_in: (event) => ({
    message: 'event.raid_in',
    count: event.detail.viewers,
    params: { viewer: viewer(event, 'someone.channel'), viewers: event.detail.viewers },
  }),
  raid_out: (event) => ({
    message: 'event.raid_out',
    count: event.detail.viewers,
    params: {
      streamer: event.streamer_name,
      target: person(event.detail.target, 'someone.channel'),
      viewers: event.detail.viewers,
    },
  }),
  unraid: (event) => ({ message: 'event.unraid', params: { streamer: event.streamer_name } }),
  stream_online: (event) => ({
    message: 'event.stream_online',
    params: { streamer: event.streamer_name },
  }),
  stream_offline: (event) => ({
    message: 'event.stream_offline',
    params: { streamer: event.streamer_name },
  }),
  channel_update: tellChannelUpdate,
  shared_chat: tellUnknown,
  other: tellUnknown,
};

function tellEvent<Kind extends EventKind>(kind: Kind, event: EventOf<Kind>): Told {
  return TELLERS[kind](event);
}

/** The one sentence a row is told by. */
export function tell({ event, bomb }: FeedRow): Told {
  if (bomb !== null && event.event_type === 'gift') {
    // The header that names the size of this gift bomb has not come, and may never.
    return {
      message: 'event.community_gift.unsized',
      params: { viewer: viewer(event, 'someone.gifter'), tier: tier(event.detail.tier) },
    };
  }
  // The event's kind is its discriminant; TypeScript can't follow it through the table.
  return tellEvent(event.event_type, event as EventOf<typeof event.event_type>);
}

/** The smaller second sentence of a row, where there is something more to tell. */
export function tellMore({ event, bomb }: FeedRow): Told | null {
  if (bomb !== null) {
    const named = bomb.recipients.length;
    if (bomb.total === null) return { message: 'more.bomb.named', count: named, params: { named } };
    return { message: 'more.bomb.of_total', params: { named, total: bomb.total } };
  }
  if (event.event_type === 'community_gift' || event.event_type === 'gift') {
    const total = event.detail.cumulativeTotal;
    if (total === null) return null;
    return { message: 'more.gifts_in_all', count: total, params: { total } };
  }
  if (event.event_type === 'channel_update' && event.detail.before !== null) {
    return tellBefore(event.detail.before, event.detail.after);
  }
  return null;
}

function tellBefore(before: ChannelText, after: ChannelText): Told | null {
  if (before.title !== after.title && before.title !== '') {
    return { message: 'more.title_before', params: { title: before.title } };
  }
  if (before.category !== after.category && before.category !== '') {
    return { message: 'more.category_before', params: { category: before.category } };
  }
  return null;
}

/** What the viewer themself wrote with the event; empty for nothing. */
export function ownWords({ event }: FeedRow): string {
  return 'message' in event.detail ? event.detail.message : '';
}

import { describe, expect, it } from 'vitest';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { NOTICE_TYPES, type PlainNotice } from '@/tests/simulator/shapes/chat/notice-payloads';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { MODERATOR, VIEWER } from '@/tests/simulator/world/people/accounts';
import { eventOf } from '@/tests/support/running/notification-event';

const CHAT = 'channel.chat.notification';

interface Case {
  type: PlainNotice;
  /** Fields of the body that are present or absent together, with their values when present. */
  keys: Record<string, unknown>;
  present: object;
  absent: object;
}

const GIFTER = {
  gifter_user_id: MODERATOR.id,
  gifter_user_login: MODERATOR.login,
  gifter_user_name: MODERATOR.name,
};
const RECIPIENT = {
  recipient_user_id: VIEWER.id,
  recipient_user_login: VIEWER.login,
  recipient_user_name: VIEWER.name,
};
const withGifter = { present: { gifter: MODERATOR }, absent: { gifter: null } };
const anonymous = { present: { isGifterAnonymous: true }, absent: { isGifterAnonymous: false } };

const CASES: Case[] = [
  { type: 'sub', keys: { is_prime: true }, present: { isPrime: true }, absent: { isPrime: false } },
  {
    type: 'sub',
    keys: { duration_months: 3 },
    present: { durationMonths: 3 },
    absent: { durationMonths: 0 },
  },
  {
    type: 'resub',
    keys: { streak_months: 4 },
    present: { streakMonths: 4 },
    absent: { streakMonths: null },
  },
  {
    type: 'resub',
    keys: { duration_months: 6 },
    present: { durationMonths: 6 },
    absent: { durationMonths: 0 },
  },
  {
    type: 'resub',
    keys: { is_prime: true },
    present: { isPrime: true },
    absent: { isPrime: false },
  },
  { type: 'resub', keys: { is_gift: true }, present: { isGift: true }, absent: { isGift: false } },
  { type: 'resub', keys: { gifter_is_anonymous: true }, ...anonymous },
  { type: 'resub', keys: GIFTER, ...withGifter },
  {
    type: 'sub_gift',
    keys: { cumulative_total: 12 },
    present: { cumulativeTotal: 12 },
    absent: { cumulativeTotal: null },
  },
  {
    type: 'sub_gift',
    keys: { community_gift_id: '99' },
    present: { communityGiftId: '99' },
    absent: { communityGiftId: null },
  },
  {
    type: 'sub_gift',
    keys: { duration_months: 6 },
    present: { durationMonths: 6 },
    absent: { durationMonths: 0 },
  },
  {
    type: 'community_sub_gift',
    keys: { cumulative_total: 12 },
    present: { cumulativeTotal: 12 },
    absent: { cumulativeTotal: null },
  },
  { type: 'gift_paid_upgrade', keys: { gifter_is_anonymous: true }, ...anonymous },
  { type: 'gift_paid_upgrade', keys: GIFTER, ...withGifter },
  { type: 'pay_it_forward', keys: { gifter_is_anonymous: true }, ...anonymous },
  { type: 'pay_it_forward', keys: GIFTER, ...withGifter },
  {
    type: 'pay_it_forward',
    keys: RECIPIENT,
    present: { recipient: VIEWER },
    absent: { recipient: null },
  },
  { type: 'raid', keys: { viewer_count: 7 }, present: { viewers: 7 }, absent: { viewers: 0 } },
  {
    type: 'announcement',
    keys: { color: 'BLUE' },
    present: { color: 'blue' },
    absent: { color: '' },
  },
  {
    type: 'charity_donation',
    keys: { charity_name: 'Otters' },
    present: { charityName: 'Otters' },
    absent: { charityName: '' },
  },
  {
    type: 'watch_streak',
    keys: { channel_points_awarded: 9 },
    present: { channelPoints: 9 },
    absent: { channelPoints: 0 },
  },
  {
    type: 'gifted_drops_summary',
    keys: { recipient_count: 3 },
    present: { recipients: 3 },
    absent: { recipients: null },
  },
];

describe.each(CASES)('$type with and without $keys', ({ type, keys, present, absent }) => {
  const payload = chatNotification({ notice_type: type });
  const body = payload[type] as object;
  const full = { ...payload, [type]: { ...body, ...keys } };
  const paths = Object.keys(keys).map((key) => `${type}.${key}`);

  it.each([
    ['present', full, present],
    ['null', withNull(full, ...paths), absent],
    ['missing', withoutKeys(full, ...paths), absent],
  ])('%s', (_case, event, expected) => {
    const mapped = eventOf(CHAT, event);
    expect(mapped?.event_type).not.toBe('other');
    expect(mapped?.detail).toMatchObject(expected);
  });
});

describe('a gifter with a missing field', () => {
  it.each(['gifter_user_login', 'gifter_user_id'])('has the other fields without %s', (key) => {
    const payload = chatNotification({ notice_type: 'gift_paid_upgrade' });
    const path = `gift_paid_upgrade.${key}`;
    for (const event of [withNull(payload, path), withoutKeys(payload, path)]) {
      expect(eventOf(CHAT, event)).toMatchObject({ detail: { gifter: { name: MODERATOR.name } } });
    }
  });
});

describe('a total that is not shared', () => {
  it.each(['sub_gift', 'community_sub_gift'] as const)('is null instead of the 0 of %s', (type) => {
    const payload = chatNotification({ notice_type: type, [type]: { cumulative_total: 0 } });
    expect(eventOf(CHAT, payload)).toMatchObject({ detail: { cumulativeTotal: null } });
  });
});

describe('the decimals of an amount', () => {
  it.each([
    ['decimal_place', { decimal_place: 2 }, 2],
    ['decimal_places', { decimal_places: 3 }, 3],
    ['neither: those of the currency', {}, 2],
    ['decimal_places if decimal_place is null', { decimal_place: null, decimal_places: 2 }, 2],
  ])('are read from %s', (_case, decimals, decimalPlaces) => {
    const charity_donation = {
      charity_name: 'Otters',
      amount: { value: 500, currency: 'EUR', ...decimals },
    };
    const payload = { ...chatNotification({ notice_type: 'charity_donation' }), charity_donation };
    expect(eventOf(CHAT, payload)).toMatchObject({
      event_type: 'charity_donation',
      detail: { amount: 500, decimalPlaces, currency: 'EUR' },
    });
  });
});

describe('fields that are not read', () => {
  const payload = chatNotification({ notice_type: 'resub', message: 'hi' });
  const unread = [
    'color',
    'badges',
    'source_badges',
    'message_id',
    'source_message_id',
    'is_source_only',
    ...NOTICE_TYPES.filter((type) => type !== 'resub'),
  ];
  const mapped = eventOf(CHAT, payload, { id: 'same' });

  it.each(unread)('%s may be null or missing', (key) => {
    expect(eventOf(CHAT, withNull(payload, key), { id: 'same' })).toEqual(mapped);
    expect(eventOf(CHAT, withoutKeys(payload, key), { id: 'same' })).toEqual(mapped);
  });

  it('may be added by Twitch at any time', () => {
    const resub = { ...(payload['resub'] as object), mood: 'great', nested: { deep: [1] } };
    const event = { ...payload, resub, is_golden: true, sparkles: null };
    expect(eventOf(CHAT, event, { id: 'same' })).toEqual(mapped);
  });
});

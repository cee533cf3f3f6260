import { describe, expect, it } from 'vitest';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { NOTICE_TYPES, type PlainNotice } from '@/tests/simulator/shapes/chat/notice-payloads';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { MODERATOR, OTHER_STREAMER, VIEWER } from '@/tests/simulator/world/people/accounts';
import { detailOf, eventOf } from '@/tests/support/running/notification-event';

const CHAT = 'channel.chat.notification';
const UNKNOWN_USER = { id: null, login: null, name: null };

const KINDS: Record<PlainNotice, EventKind> = {
  sub: 'sub',
  resub: 'resub',
  sub_gift: 'gift',
  community_sub_gift: 'community_gift',
  gift_paid_upgrade: 'gift_upgrade',
  prime_paid_upgrade: 'prime_upgrade',
  pay_it_forward: 'pay_it_forward',
  raid: 'raid_in',
  unraid: 'unraid',
  announcement: 'announcement',
  bits_badge_tier: 'bits_badge',
  charity_donation: 'charity_donation',
  watch_streak: 'watch_streak',
  modiversary: 'modiversary',
  gifted_drops_summary: 'gifted_drops',
};

const DETAILS: Record<PlainNotice, unknown> = {
  sub: { message: 'hi', tier: '1000', isPrime: false, durationMonths: 1 },
  resub: {
    message: 'hi',
    tier: '1000',
    isPrime: false,
    isGift: false,
    cumulativeMonths: 6,
    streakMonths: null,
    durationMonths: 0,
    gifter: null,
    isGifterAnonymous: false,
  },
  sub_gift: {
    tier: '1000',
    durationMonths: 1,
    recipient: VIEWER,
    cumulativeTotal: null,
    communityGiftId: null,
  },
  community_sub_gift: { tier: '1000', total: 5, cumulativeTotal: null, communityGiftId: '8844' },
  gift_paid_upgrade: { message: 'hi', gifter: MODERATOR, isGifterAnonymous: false },
  prime_paid_upgrade: { message: 'hi', tier: '1000' },
  pay_it_forward: { message: 'hi', gifter: MODERATOR, isGifterAnonymous: false, recipient: null },
  raid: { viewers: 42 },
  unraid: {},
  announcement: { message: 'hi', color: 'primary' },
  bits_badge_tier: { message: 'hi', threshold: 1000 },
  charity_donation: {
    message: 'hi',
    charityName: 'Seawatch Trust',
    amount: 500,
    decimalPlaces: 2,
    currency: 'EUR',
  },
  watch_streak: { message: 'hi', streams: 5, channelPoints: 450 },
  modiversary: { message: 'hi', months: 12 },
  gifted_drops_summary: { message: 'hi', recipients: 10 },
};

const plainNotices = Object.keys(KINDS) as PlainNotice[];
const sharedNotices = NOTICE_TYPES.filter((type) => type.startsWith('shared_chat_'));

describe('every notice type', () => {
  it.each(plainNotices)('%s becomes its kind with the whole detail', (notice_type) => {
    for (const otherKeys of ['null', 'missing'] as const) {
      const payload = chatNotification({ notice_type, message: 'hi', otherKeys });
      expect(detailOf(CHAT, payload, KINDS[notice_type])).toEqual(DETAILS[notice_type]);
    }
  });

  it.each(sharedNotices)('%s becomes `shared_chat` with its channel', (notice_type) => {
    const payload = chatNotification({ notice_type, message: 'hi', system_message: 'So it was.' });
    expect(detailOf(CHAT, payload, 'shared_chat')).toEqual({
      message: 'hi',
      noticeType: notice_type,
      systemMessage: 'So it was.',
      source: OTHER_STREAMER,
    });
  });

  it.each(['unknown', 'confetti_shower', 'constructor', '__proto__', ''])(
    'the unknown type "%s" becomes `other` with the system message and the payload',
    (notice_type) => {
      const payload = chatNotification({
        notice_type,
        message: 'hi',
        system_message: 'So it was.',
      });
      const event = eventOf(CHAT, payload);
      expect(event).toMatchObject({ event_type: 'other', viewer_name: 'Demo_Viewer' });
      expect(event?.detail).toEqual({
        message: 'hi',
        noticeType: notice_type,
        systemMessage: 'So it was.',
        raw: payload,
      });
    },
  );

  it('unraid does not need a body', () => {
    for (const body of [{}, null, { why: 'changed my mind' }]) {
      const payload = { ...chatNotification({ notice_type: 'unraid' }), unraid: body };
      expect(detailOf(CHAT, payload, 'unraid')).toEqual({});
    }
  });
});

describe('a body without a required field', () => {
  const independent = [
    'unraid',
    'raid',
    'announcement',
    'gift_paid_upgrade',
    'pay_it_forward',
    'gifted_drops_summary',
  ] as const;
  const required = plainNotices.filter(
    (type) => !(independent as readonly string[]).includes(type),
  );

  it.each(required)('%s becomes `other` if its body is null or missing', (type) => {
    const payload = chatNotification({ notice_type: type });
    for (const broken of [withNull(payload, type), withoutKeys(payload, type)]) {
      expect(eventOf(CHAT, broken)).toMatchObject({
        event_type: 'other',
        detail: { noticeType: type, raw: broken },
      });
    }
  });

  it.each(independent)('%s does not need its body', (type) => {
    const payload = chatNotification({ notice_type: type });
    const kind = eventOf(CHAT, payload)?.event_type;
    for (const poor of [withNull(payload, type), withoutKeys(payload, type)]) {
      expect(eventOf(CHAT, poor)?.event_type).toBe(kind);
    }
  });

  it('community_sub_gift has no thread without id', () => {
    const payload = chatNotification({ notice_type: 'community_sub_gift' });
    const event = eventOf(CHAT, withoutKeys(payload, 'community_sub_gift.id'));
    expect(event).toMatchObject({ detail: { total: 5, communityGiftId: null } });
    expect(event).not.toHaveProperty('thread');
  });

  it.each([
    ['sub', 'sub_tier'],
    ['resub', 'sub_tier'],
    ['sub_gift', 'sub_tier'],
    ['community_sub_gift', 'total'],
    ['community_sub_gift', 'sub_tier'],
    ['prime_paid_upgrade', 'sub_tier'],
    ['bits_badge_tier', 'tier'],
    ['charity_donation', 'amount'],
    ['watch_streak', 'streak_count'],
    ['modiversary', 'months'],
  ] as const)('%s becomes `other` without %s', (type, key) => {
    const payload = withoutKeys(chatNotification({ notice_type: type }), `${type}.${key}`);
    expect(eventOf(CHAT, payload)).toMatchObject({ event_type: 'other', detail: { raw: payload } });
  });
});

describe('threads', () => {
  it('connect the gifts of a gift bomb with its header, and nothing else', () => {
    const gift = { notice_type: 'sub_gift' } as const;
    const inBomb = chatNotification({ ...gift, sub_gift: { community_gift_id: '8844' } });
    const header = chatNotification({ notice_type: 'community_sub_gift' });
    expect(eventOf(CHAT, inBomb)?.thread).toBe('gift:8844');
    expect(eventOf(CHAT, header)?.thread).toBe('gift:8844');
    expect(eventOf(CHAT, chatNotification(gift))).not.toHaveProperty('thread');
  });
});

describe('a raid', () => {
  it('has the raider as viewer, even if the chatter is someone else', () => {
    const raid = { user_id: '7', user_login: 'raider', user_name: 'Raider', viewer_count: 3 };
    const payload = chatNotification({ notice_type: 'raid', raid });
    expect(eventOf(CHAT, payload)).toMatchObject({
      viewer_id: '7',
      viewer_login: 'raider',
      viewer_name: 'Raider',
      detail: { viewers: 3 },
    });
  });

  it('has the chatter as viewer if its body does not name the raider', () => {
    const raid = { user_id: null, user_login: null, user_name: null };
    const payload = { ...chatNotification({ notice_type: 'raid', chatter: VIEWER }), raid };
    expect(eventOf(CHAT, payload)).toMatchObject({ viewer_id: '200', detail: { viewers: 0 } });
  });
});

describe('an announcement', () => {
  it.each(['PURPLE', 'purple', 'Purple'])('stores the color %s in lower case', (color) => {
    const payload = chatNotification({ notice_type: 'announcement', announcement: { color } });
    expect(eventOf(CHAT, payload)).toMatchObject({ detail: { color: 'purple' } });
  });
});

it('has an unknown recipient if Twitch does not name one', () => {
  const keys = ['id', 'login', 'name'].map((key) => `sub_gift.recipient_user_${key}`);
  const payload = withNull(chatNotification({ notice_type: 'sub_gift' }), ...keys);
  expect(eventOf(CHAT, payload)).toMatchObject({ detail: { recipient: UNKNOWN_USER } });
});

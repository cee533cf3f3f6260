import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { passes } from '@/lib/domain/filter/filter-rule';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row/row';
import { channelRaid } from '@/tests/simulator/shapes/channel/stream';
import {
  type ChatNotificationOptions,
  chatNotification,
} from '@/tests/simulator/shapes/chat/chat-notification';
import { bitsUse } from '@/tests/simulator/shapes/support/bits';
import { subscriptionGift } from '@/tests/simulator/shapes/support/subscription';
import { installEnglish } from '@/tests/support/english';
import { eventOf } from '@/tests/support/running/notification-event';
import { rowOf, secondaryTextOf, textOf, textsOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

const ADA = { id: '7', login: 'ada', name: 'Ada' };

function noticeRow(options: ChatNotificationOptions): FeedRow {
  return rowOf('channel.chat.notification', chatNotification({ chatter: ADA, ...options }));
}

function anchored([anchor, ...rest]: StoredEvent[]): [StoredEvent, StoredEvent[]] {
  if (anchor === undefined) throw new Error('Nothing is recorded.');
  return [anchor, [anchor, ...rest]];
}

describe('an amount of 0 is unknown, so the message has no number', () => {
  it.each<[string, ChatNotificationOptions]>([
    ['Ada resubscribed with Tier 1', { notice_type: 'resub', resub: { cumulative_months: 0 } }],
    [
      'Ada resubscribed with Tier 1: 3 months in a row',
      { notice_type: 'resub', resub: { cumulative_months: 0, streak_months: 3 } },
    ],
    [
      'Ada resubscribed with Tier 1: 1 month in a row',
      { notice_type: 'resub', resub: { cumulative_months: 0, streak_months: 1 } },
    ],
    [
      'Ada is on a watch streak',
      { notice_type: 'watch_streak', watch_streak: { streak_count: 0 } },
    ],
    [
      'Ada celebrates an anniversary as a moderator',
      { notice_type: 'modiversary', modiversary: { months: 0 } },
    ],
    [
      'Ada gifted drops to the community',
      { notice_type: 'gifted_drops_summary', gifted_drops_summary: { recipient_count: 0 } },
    ],
    [
      'Ada is gifting Tier 1 subs to the community',
      { notice_type: 'community_sub_gift', community_sub_gift: { total: 0 } },
    ],
    ['Other_Streamer is raiding', { notice_type: 'raid', raid: { viewer_count: 0 } }],
    ['Ada subscribed', { notice_type: 'sub', sub: { sub_tier: '' } }],
    ['Ada subscribed', { notice_type: 'sub', sub: { sub_tier: '0' } }],
    ['Ada resubscribed with Tier ?: 6 months', { notice_type: 'resub', resub: { sub_tier: '' } }],
  ])('%s', (text, options) => {
    expect(textOf(noticeRow(options))).toBe(text);
  });

  it('Demo_Streamer raided Other_Streamer', () => {
    expect(textOf(rowOf('channel.raid', channelRaid({ viewers: 0 })))).toBe(
      'Demo_Streamer raided Other_Streamer',
    );
  });

  it('a power-up without its price', () => {
    const payload = bitsUse({ type: 'custom_power_up', bits: 0 });
    expect(secondaryTextOf(rowOf('channel.bits.use', payload))).toBeNull();
  });

  it('a gift bomb of unknown size, which passes every minimum and names who received them', () => {
    const header = chatNotification({
      notice_type: 'community_sub_gift',
      community_sub_gift: { id: '8844', total: 0 },
    });
    const gift = chatNotification({
      notice_type: 'sub_gift',
      sub_gift: { community_gift_id: '8844' },
    });
    const events = [header, gift].flatMap((payload, index) => {
      const event = eventOf('channel.chat.notification', payload);
      return event === null ? [] : [{ ...event, seq: index }];
    });
    const row = toRow(...anchored(events));
    expect(secondaryTextOf(row)).toBe('to Demo_Viewer');
    const least = { ...DEFAULT_FILTER.least, gifts: 50 };
    expect(passes(row, { ...DEFAULT_FILTER, least })).toBe(true);
  });
});

describe('a sub for several months', () => {
  it.each<[string, string | null, ChatNotificationOptions]>([
    [
      'Ada subscribed at Tier 2 for 6 months',
      null,
      { notice_type: 'sub', sub: { duration_months: 6, sub_tier: '2000' } },
    ],
    ['Ada subscribed at Tier 1', null, { notice_type: 'sub', sub: { duration_months: 1 } }],
    [
      'Ada resubscribed with Tier 1: 6 months',
      'Paid for 3 months',
      { notice_type: 'resub', resub: { duration_months: 3 } },
    ],
    [
      'Ada resubscribed with Tier 1: 6 months',
      null,
      { notice_type: 'resub', resub: { duration_months: 1 } },
    ],
  ])('%s / %s', (text, secondaryText, options) => {
    expect(textsOf(noticeRow(options))).toEqual([text, secondaryText]);
  });
});

describe('a resub that is a gift', () => {
  const gifter = { gifter_user_id: '8', gifter_user_login: 'bob', gifter_user_name: 'Bob' };

  it.each<[string, ChatNotificationOptions['resub']]>([
    ['Gifted by Bob', gifter],
    ['Gifted by Bob · Paid for 3 months', { ...gifter, duration_months: 3 }],
    ['Gifted anonymously', { ...gifter, gifter_is_anonymous: true }],
    ['Gifted anonymously', {}],
  ])('%s', (secondaryText, resub = {}) => {
    const row = noticeRow({ notice_type: 'resub', resub: { ...resub, is_gift: true } });
    expect(secondaryTextOf(row)).toBe(secondaryText);
  });
});

describe('a gift that the streamer receives without its recipients', () => {
  it.each([
    [1, 'Demo_Viewer gifted a Tier 1 sub'],
    [2, 'Demo_Viewer gifted 2 Tier 1 subs to the community'],
  ])('of %i sub(s): %s', (total, text) => {
    expect(textOf(rowOf('channel.subscription.gift', subscriptionGift({ total })))).toBe(text);
  });
});

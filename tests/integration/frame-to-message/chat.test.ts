import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedRow } from '@/lib/domain/row/row';
import { userMessageOf } from '@/lib/domain/wording/describe';
import { chatMessage } from '@/tests/simulator/shapes/chat/chat-message';
import {
  type ChatNotificationOptions,
  chatNotification,
} from '@/tests/simulator/shapes/chat/chat-notification';
import { OTHER_STREAMER } from '@/tests/simulator/world/people/accounts';
import { installEnglish } from '@/tests/support/english';
import { formatEuros } from '@/tests/support/format-euros';
import {
  expectMessage,
  type MessageCase,
  rowOf,
  secondaryTextOf,
  textOf,
} from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

function noticeRow(options: ChatNotificationOptions): FeedRow {
  return rowOf('channel.chat.notification', chatNotification(options));
}

const MESSAGE = 'channel.chat.message';
const ADA = { id: '7', login: 'ada', name: 'Ada' };
const NO_GIFTER = { gifter_user_id: null, gifter_user_login: null, gifter_user_name: null };

describe('messages about chat notices', () => {
  it.each<[string, ChatNotificationOptions]>([
    ['Ada subscribed at Tier 1', { notice_type: 'sub' }],
    ['Ada subscribed at Tier 3', { notice_type: 'sub', sub: { sub_tier: '3000' } }],
    ['Ada subscribed with Prime', { notice_type: 'sub', sub: { is_prime: true } }],
    ['Ada subscribed at 4000', { notice_type: 'sub', sub: { sub_tier: '4000' } }],
    ['Ada resubscribed with Tier 1: 6 months', { notice_type: 'resub' }],
    [
      'Ada resubscribed with Tier 1: 1 month',
      { notice_type: 'resub', resub: { cumulative_months: 1 } },
    ],
    [
      'Ada resubscribed with Prime: 6 months, 4 in a row',
      { notice_type: 'resub', resub: { streak_months: 4, is_prime: true } },
    ],
    [
      'Ada resubscribed with Tier 1: 6 months',
      { notice_type: 'resub', resub: { streak_months: 0 } },
    ],
    ['Ada gifted a Tier 1 sub to Demo_Viewer', { notice_type: 'sub_gift' }],
    [
      'Ada gifted 6 months of Tier 2 to Demo_Viewer',
      { notice_type: 'sub_gift', sub_gift: { duration_months: 6, sub_tier: '2000' } },
    ],
    [
      'An anonymous gifter gifted a Tier 1 sub to Demo_Viewer',
      { notice_type: 'sub_gift', chatter: null },
    ],
    ['Ada gifted 5 Tier 1 subs to the community', { notice_type: 'community_sub_gift' }],
    [
      'An anonymous gifter gifted 1 Tier 1 sub to the community',
      { notice_type: 'community_sub_gift', community_sub_gift: { total: 1 }, chatter: null },
    ],
    [
      'Ada is gifting Tier 1 subs to the community',
      { notice_type: 'sub_gift', sub_gift: { community_gift_id: '8844' } },
    ],
    ['Ada is continuing the gift sub from Demo_Mod', { notice_type: 'gift_paid_upgrade' }],
    [
      'Ada is continuing the gift sub from an anonymous gifter',
      { notice_type: 'gift_paid_upgrade', gift_paid_upgrade: { gifter_is_anonymous: true } },
    ],
    [
      'Ada is continuing the gift sub from an anonymous gifter',
      { notice_type: 'gift_paid_upgrade', gift_paid_upgrade: NO_GIFTER },
    ],
    ['Ada moved from Prime to a Tier 1 sub', { notice_type: 'prime_paid_upgrade' }],
    [
      'Ada is passing the gift from Demo_Mod on to the community',
      { notice_type: 'pay_it_forward' },
    ],
    [
      'Ada is passing the gift from Demo_Mod on to Bob',
      {
        notice_type: 'pay_it_forward',
        pay_it_forward: {
          recipient_user_id: '8',
          recipient_user_login: 'bob',
          recipient_user_name: 'Bob',
        },
      },
    ],
    ['Other_Streamer is raiding with 42 viewers', { notice_type: 'raid' }],
    ['Other_Streamer is raiding with 1 viewer', { notice_type: 'raid', raid: { viewer_count: 1 } }],
    ['Demo_Streamer called off the raid', { notice_type: 'unraid' }],
    ['Announcement by Ada', { notice_type: 'announcement' }],
    ['Announcement by a moderator', { notice_type: 'announcement', chatter: null }],
    ['Ada earned the 1,000 bits badge', { notice_type: 'bits_badge_tier' }],
    [`Ada donated ${formatEuros(5)} to Seawatch Trust`, { notice_type: 'charity_donation' }],
    ['Ada is on a watch streak of 5 streams', { notice_type: 'watch_streak' }],
    ['Ada has been a moderator for 12 months', { notice_type: 'modiversary' }],
    ['Ada gifted drops to 10 viewers', { notice_type: 'gifted_drops_summary' }],
    ['So it was.', { notice_type: 'unknown', system_message: 'So it was.' }],
    ['So it was.', { notice_type: 'shared_chat_sub', system_message: 'So it was.' }],
    [
      'Something happened in the chat of Other_Streamer',
      { notice_type: 'shared_chat_sub', system_message: '', source: OTHER_STREAMER },
    ],
    ['Something new from Twitch by Ada: confetti', { notice_type: 'confetti', system_message: '' }],
  ])('%s', (text, options) => {
    expect(textOf(noticeRow({ chatter: ADA, ...options }))).toBe(text);
  });

  it('have the login after a display name that differs by more than case', () => {
    const cases = [
      ['ada', 'ADA', 'ADA subscribed at Tier 1'],
      ['ada', 'アダ', 'アダ (ada) subscribed at Tier 1'],
      ['ada', ' Ada ', 'Ada subscribed at Tier 1'],
    ];
    for (const [login = '', name = '', text] of cases) {
      const row = noticeRow({ notice_type: 'sub', chatter: { id: '7', login, name } });
      expect(textOf(row)).toBe(text);
    }
  });
});

describe('messages about other notifications', () => {
  it.each<MessageCase>([
    ['Ada cheered 100 bits', null, MESSAGE, chatMessage({ bits: 100, chatter: ADA }), 'cheer'],
    ['Ada cheered 1 bit', null, MESSAGE, chatMessage({ bits: 1, chatter: ADA }), 'cheer'],
    ['Something new from Twitch: channel.cheese', null, 'channel.cheese', {}, 'other'],
  ])('%s / %s', (...expected) => {
    expect(expectMessage(...expected).event.streamer_id).toBe('100');
  });
});

describe('secondary messages about gifts', () => {
  it.each<[string | null, ChatNotificationOptions]>([
    [null, { notice_type: 'sub_gift' }],
    [null, { notice_type: 'sub_gift', sub_gift: { cumulative_total: 0 } }],
    [
      '1 gift in this channel so far',
      { notice_type: 'sub_gift', sub_gift: { cumulative_total: 1 } },
    ],
    [null, { notice_type: 'community_sub_gift' }],
    ['to Demo_Viewer', { notice_type: 'sub_gift', sub_gift: { community_gift_id: '8844' } }],
  ])('%s', (text, options) => {
    expect(secondaryTextOf(noticeRow(options))).toBe(text);
  });
});

describe('the message of a viewer', () => {
  it('is shown after a resub and a cheer, but not after a gift', () => {
    expect(userMessageOf(noticeRow({ notice_type: 'resub', message: 'six already!' }))).toBe(
      'six already!',
    );
    const cheer = rowOf(MESSAGE, chatMessage({ bits: 5, message: 'so good' }));
    expect(userMessageOf(cheer)).toBe('so good');
    expect(userMessageOf(noticeRow({ notice_type: 'sub_gift', message: 'ignored' }))).toBe('');
  });
});

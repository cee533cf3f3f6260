import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { passes } from '@/lib/domain/filter/filter-rule';
import type { FeedRow } from '@/lib/domain/row/row';
import {
  type ChatNotificationOptions,
  chatNotification,
} from '@/tests/simulator/shapes/chat/chat-notification';
import { OTHER_STREAMER } from '@/tests/simulator/world/people/accounts';
import { installEnglish } from '@/tests/support/english';
import { rowOf, secondaryTextOf, textOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

const CHAT = 'channel.chat.notification';
const ADA = { id: '7', login: 'ada', name: 'Ada' };
const BODY = { mystery: [1, { two: 'three' }] };

function newNotice(notice_type: string, options: Partial<ChatNotificationOptions> = {}): FeedRow {
  const payload = chatNotification({ chatter: ADA, ...options, notice_type });
  return rowOf(CHAT, { ...payload, [notice_type]: BODY });
}

/** Notice types that Twitch sends without documentation, and what each counts as. */
const UNDOCUMENTED = [
  ['subsidized_sub', 'sub', 'Ada subscribed'],
  ['subsidized_community_sub_gift', 'community_gift', 'Ada is gifting subs to the community'],
  ['gift_sub_base_match', 'gift', 'Ada had gift subs matched'],
  ['gift_sub_bonus_match', 'gift', 'Ada had gift subs matched'],
  ['gift_sub_bonus_match_summary', 'community_gift', 'Ada had gift subs matched'],
] as const;

describe.each(UNDOCUMENTED)('the undocumented notice %s', (type, kind, ownSentence) => {
  it(`is an event of kind ${kind} in the words of Twitch`, () => {
    const row = newNotice(type, { system_message: 'Ada did a fine thing.' });
    expect(row.event).toMatchObject({ event_type: kind, viewer_id: '7', viewer_name: 'Ada' });
    expect(textOf(row)).toBe('Ada did a fine thing.');
    expect(secondaryTextOf(row)).toBeNull();
  });

  it('names the viewer without words of Twitch', () => {
    expect(textOf(newNotice(type, { system_message: '' }))).toBe(ownSentence);
  });

  it('names nobody if the viewer is anonymous', () => {
    const row = newNotice(type, { system_message: '', chatter: null });
    expect(row.event.viewer_name).toBeNull();
    expect(textOf(row)).toMatch(/^(?:Someone|An anonymous gifter) /);
  });

  it('keeps its payload', () => {
    const { event } = newNotice(type, { message: 'for you' });
    expect(event.detail).toMatchObject({
      notice: { type, raw: { [type]: BODY, message: { text: 'for you' } } },
    });
  });

  it('passes every minimum size, because its size is unknown', () => {
    const least = { bits: 9, viewers: 9, months: 9, tier: 3, gifts: 9 };
    expect(passes(newNotice(type), { ...DEFAULT_FILTER, least })).toBe(true);
    expect(passes(newNotice(type), { ...DEFAULT_FILTER, subsAndCheersOnly: true })).toBe(true);
  });

  it('keeps its payload from another channel of a shared chat too, and names the viewer', () => {
    const shared = `shared_chat_${type}`;
    const said = newNotice(shared, { source: OTHER_STREAMER, system_message: 'Ada did it.' });
    expect(said.event).toMatchObject({
      event_type: 'shared_chat',
      viewer_name: 'Ada',
      detail: { noticeType: shared, source: OTHER_STREAMER, raw: { [shared]: BODY } },
    });
    expect(textOf(said)).toBe('Ada did it.');
    expect(textOf(newNotice(shared, { source: OTHER_STREAMER, system_message: '' }))).toBe(
      'Ada did something new in the chat of Other_Streamer',
    );
  });
});

describe('a notice of any other unknown type', () => {
  it.each(['sponsored_shopping_purchase', 'confetti'])('names the viewer: %s', (type) => {
    const row = newNotice(type, { system_message: '' });
    expect(row.event).toMatchObject({ event_type: 'other', viewer_login: 'ada' });
    expect(row.event.detail).toMatchObject({ raw: { [type]: BODY } });
    expect(textOf(row)).toBe(`Something new from Twitch by Ada: ${type}`);
  });

  it('names nobody without a viewer', () => {
    const row = newNotice('confetti', { system_message: '', chatter: null });
    expect(textOf(row)).toBe('Something new from Twitch: confetti');
  });
});

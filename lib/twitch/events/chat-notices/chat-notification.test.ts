import { describe, expect, it } from 'vitest';
import { OTHER_STREAMER, STREAMER } from '@/tests/simulator/people/accounts';
import { chatNotification } from '@/tests/simulator/shapes/chat-notification';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/variants';
import { hear } from '@/tests/support/notification-event';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub', message: 'hello all' });

describe('who did it', () => {
  const CHATTER = ['chatter_user_id', 'chatter_user_login', 'chatter_user_name'];

  it.each([
    ['all null, as live anonymous gifts are', withNull(sub, ...CHATTER)],
    ['all missing', withoutKeys(sub, ...CHATTER)],
    ['marked anonymous though named', { ...sub, chatter_is_anonymous: true }],
  ])('is nobody with the chatter %s', (_how, payload) => {
    expect(hear(CHAT, payload)).toMatchObject({
      event_type: 'sub',
      viewer_id: null,
      viewer_login: null,
      viewer_name: null,
    });
  });

  it.each(CHATTER)('is told by the rest without %s', (key) => {
    const kept = { viewer_id: '200', viewer_login: 'demo_viewer', viewer_name: 'Demo_Viewer' };
    const expected = { ...kept, [key.replace('chatter_user', 'viewer')]: null };
    expect(hear(CHAT, withNull(sub, key))).toMatchObject(expected);
    expect(hear(CHAT, withoutKeys(sub, key))).toMatchObject(expected);
  });

  it.each([
    ['null', withNull(sub, 'chatter_is_anonymous')],
    ['missing', withoutKeys(sub, 'chatter_is_anonymous')],
  ])('is the chatter where chatter_is_anonymous is %s', (_how, payload) => {
    expect(hear(CHAT, payload)?.viewer_name).toBe('Demo_Viewer');
  });

  it('is nobody for an anonymous gift bomb and its gifts', () => {
    for (const notice_type of ['community_sub_gift', 'sub_gift'] as const) {
      const payload = chatNotification({ notice_type, chatter: null });
      expect(hear(CHAT, payload)).toMatchObject({ viewer_id: null, viewer_name: null });
    }
  });
});

describe('what they wrote', () => {
  it.each([
    ['a text', sub, 'hello all'],
    ['fragments that are null', withNull(sub, 'message.fragments'), 'hello all'],
    ['no fragments', withoutKeys(sub, 'message.fragments'), 'hello all'],
    ['a text that is null', withNull(sub, 'message.text'), ''],
    ['no text', withoutKeys(sub, 'message.text'), ''],
    ['a message that is null', withNull(sub, 'message'), ''],
    ['no message', withoutKeys(sub, 'message'), ''],
  ])('is read from %s', (_what, payload, message) => {
    expect(hear(CHAT, payload)).toMatchObject({ event_type: 'sub', detail: { message } });
  });
});

describe('what Twitch says of it', () => {
  const unknown = chatNotification({ notice_type: 'unknown', system_message: 'Wow.' });

  it.each([
    ['present', unknown, 'Wow.'],
    ['null', withNull(unknown, 'system_message'), ''],
    ['missing', withoutKeys(unknown, 'system_message'), ''],
  ])('is kept with system_message %s', (_how, payload, systemMessage) => {
    expect(hear(CHAT, payload)).toMatchObject({ event_type: 'other', detail: { systemMessage } });
  });
});

describe('shared chat', () => {
  const SOURCE = ['id', 'login', 'name'].map((key) => `source_broadcaster_user_${key}`);
  const elsewhere = chatNotification({ notice_type: 'sub', source: OTHER_STREAMER });

  it.each([
    ['null', withNull(elsewhere, ...SOURCE)],
    ['missing', withoutKeys(elsewhere, ...SOURCE)],
    ['empty', { ...elsewhere, source_broadcaster_user_id: '' }],
    ['the streamer', chatNotification({ notice_type: 'sub', source: STREAMER })],
  ])("is the streamer's own where the source is %s", (_what, payload) => {
    expect(hear(CHAT, payload)?.event_type).toBe('sub');
  });

  it("is another channel's where the source is another, even under a plain notice type", () => {
    expect(hear(CHAT, elsewhere)).toMatchObject({
      event_type: 'shared_chat',
      streamer_id: '100',
      viewer_name: 'Demo_Viewer',
      detail: { noticeType: 'sub', source: OTHER_STREAMER },
    });
  });

  it("is another channel's by its notice type, even where no source is named", () => {
    const shared = chatNotification({ notice_type: 'shared_chat_raid' });
    expect(hear(CHAT, withNull(shared, ...SOURCE))).toMatchObject({
      event_type: 'shared_chat',
      detail: { source: { id: null, login: null, name: null } },
    });
  });

  it('needs nothing of the body, which differs by type', () => {
    const shared = chatNotification({ notice_type: 'shared_chat_resub' });
    expect(hear(CHAT, withNull(shared, 'shared_chat_resub'))?.event_type).toBe('shared_chat');
  });

  it('holds what has no notice type of its own yet', () => {
    const shared = chatNotification({
      notice_type: 'shared_chat_confetti',
      source: OTHER_STREAMER,
    });
    expect(hear(CHAT, shared)?.event_type).toBe('shared_chat');
  });
});

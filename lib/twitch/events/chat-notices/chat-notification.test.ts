import { describe, expect, it } from 'vitest';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { OTHER_STREAMER, STREAMER } from '@/tests/simulator/world/people/accounts';
import { hear } from '@/tests/support/notification-event';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub', message: 'hello all' });

describe('the viewer', () => {
  const CHATTER = ['chatter_user_id', 'chatter_user_login', 'chatter_user_name'];

  it.each([
    ['are null, as in anonymous gifts', withNull(sub, ...CHATTER)],
    ['are missing', withoutKeys(sub, ...CHATTER)],
    ['are named but marked as anonymous', { ...sub, chatter_is_anonymous: true }],
  ])('is null if the fields of the chatter %s', (_case, payload) => {
    expect(hear(CHAT, payload)).toMatchObject({
      event_type: 'sub',
      viewer_id: null,
      viewer_login: null,
      viewer_name: null,
    });
  });

  it.each(CHATTER)('has the other fields without %s', (key) => {
    const viewer = { viewer_id: '200', viewer_login: 'demo_viewer', viewer_name: 'Demo_Viewer' };
    const expected = { ...viewer, [key.replace('chatter_user', 'viewer')]: null };
    expect(hear(CHAT, withNull(sub, key))).toMatchObject(expected);
    expect(hear(CHAT, withoutKeys(sub, key))).toMatchObject(expected);
  });

  it.each([
    ['null', withNull(sub, 'chatter_is_anonymous')],
    ['missing', withoutKeys(sub, 'chatter_is_anonymous')],
  ])('is the chatter if chatter_is_anonymous is %s', (_case, payload) => {
    expect(hear(CHAT, payload)?.viewer_name).toBe('Demo_Viewer');
  });

  it('is null for an anonymous gift bomb and its gifts', () => {
    for (const notice_type of ['community_sub_gift', 'sub_gift'] as const) {
      const payload = chatNotification({ notice_type, chatter: null });
      expect(hear(CHAT, payload)).toMatchObject({ viewer_id: null, viewer_name: null });
    }
  });
});

describe('the message of the viewer', () => {
  it.each([
    ['text', sub, 'hello all'],
    ['fragments that are null', withNull(sub, 'message.fragments'), 'hello all'],
    ['no fragments', withoutKeys(sub, 'message.fragments'), 'hello all'],
    ['text that is null', withNull(sub, 'message.text'), ''],
    ['no text', withoutKeys(sub, 'message.text'), ''],
    ['a message that is null', withNull(sub, 'message'), ''],
    ['no message', withoutKeys(sub, 'message'), ''],
  ])('is read from %s', (_case, payload, message) => {
    expect(hear(CHAT, payload)).toMatchObject({ event_type: 'sub', detail: { message } });
  });
});

describe('the system message', () => {
  const unknown = chatNotification({ notice_type: 'unknown', system_message: 'Wow.' });

  it.each([
    ['present', unknown, 'Wow.'],
    ['null', withNull(unknown, 'system_message'), ''],
    ['missing', withoutKeys(unknown, 'system_message'), ''],
  ])('is stored if system_message is %s', (_case, payload, systemMessage) => {
    expect(hear(CHAT, payload)).toMatchObject({ event_type: 'other', detail: { systemMessage } });
  });
});

describe('a notice in shared chat', () => {
  const SOURCE = ['id', 'login', 'name'].map((key) => `source_broadcaster_user_${key}`);
  const fromOther = chatNotification({ notice_type: 'sub', source: OTHER_STREAMER });

  it.each([
    ['null', withNull(fromOther, ...SOURCE)],
    ['missing', withoutKeys(fromOther, ...SOURCE)],
    ['empty', { ...fromOther, source_broadcaster_user_id: '' }],
    ['the streamer', chatNotification({ notice_type: 'sub', source: STREAMER })],
  ])("is the streamer's own if the source is %s", (_case, payload) => {
    expect(hear(CHAT, payload)?.event_type).toBe('sub');
  });

  it('is from another channel if the source is another, even with a plain notice type', () => {
    expect(hear(CHAT, fromOther)).toMatchObject({
      event_type: 'shared_chat',
      streamer_id: '100',
      viewer_name: 'Demo_Viewer',
      detail: { noticeType: 'sub', source: OTHER_STREAMER },
    });
  });

  it('is from another channel by its notice type, even without a source', () => {
    const shared = chatNotification({ notice_type: 'shared_chat_raid' });
    expect(hear(CHAT, withNull(shared, ...SOURCE))).toMatchObject({
      event_type: 'shared_chat',
      detail: { source: { id: null, login: null, name: null } },
    });
  });

  it('does not need a body', () => {
    const shared = chatNotification({ notice_type: 'shared_chat_resub' });
    expect(hear(CHAT, withNull(shared, 'shared_chat_resub'))?.event_type).toBe('shared_chat');
  });

  it('may have an unknown notice type', () => {
    const shared = chatNotification({
      notice_type: 'shared_chat_confetti',
      source: OTHER_STREAMER,
    });
    expect(hear(CHAT, shared)?.event_type).toBe('shared_chat');
  });
});

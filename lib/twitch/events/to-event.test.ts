import { describe, expect, it } from 'vitest';
import { chatMessage } from '@/tests/simulator/shapes/chat-message';
import { chatNotification } from '@/tests/simulator/shapes/chat-notification';
import { streamOnline } from '@/tests/simulator/shapes/stream';
import { hear, RECEIVED_AT } from '@/tests/support/notification-event';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

describe('the fields of the log', () => {
  it('are the same for every kind', () => {
    expect(hear(CHAT, sub, { id: 'abc', timestamp: '2026-10-01T18:00:00Z' })).toEqual({
      id: 'abc',
      streamer_id: '100',
      streamer_name: 'Demo_Streamer',
      event_type: 'sub',
      source_type: CHAT,
      viewer_id: '200',
      viewer_login: 'demo_viewer',
      viewer_name: 'Demo_Viewer',
      created_at: Date.UTC(2026, 9, 1, 18),
      detail: { message: '', tier: '1000', isPrime: false, durationMonths: 1 },
    });
  });

  it("uses the subscription's streamer, whose name may have changed since", () => {
    const renamed = { ...sub, broadcaster_user_name: 'デモ' };
    expect(hear(CHAT, renamed)).toMatchObject({ streamer_id: '100', streamer_name: 'デモ' });
  });
});

describe('created_at', () => {
  it.each([
    ['nine digits', '2026-10-01T18:00:00.123456789Z', Date.UTC(2026, 9, 1, 18, 0, 0, 123)],
    ['trimmed digits', '2026-10-01T18:00:00.2Z', Date.UTC(2026, 9, 1, 18, 0, 0, 200)],
    ['no fraction', '2026-10-01T18:00:00Z', Date.UTC(2026, 9, 1, 18)],
    ['hours ago', '2026-10-01T03:00:00Z', Date.UTC(2026, 9, 1, 3)],
    ['years ago', '2011-06-06T00:00:00Z', Date.UTC(2011, 5, 6)],
    ['ahead of a local clock that is wrong', '2027-10-01T00:00:00Z', Date.UTC(2027, 9, 1)],
    ['no certificate’s age ahead', '2031-01-01T00:00:00Z', RECEIVED_AT],
    ['the year 1, which is a machine’s zero', '0001-01-01T00:00:00Z', RECEIVED_AT],
    ['a year of six digits', '+275760-09-13T00:00:00Z', RECEIVED_AT],
    ['unreadable', 'yesterday', RECEIVED_AT],
    ['empty', '', RECEIVED_AT],
  ])('takes a timestamp with %s', (_what, timestamp, createdAt) => {
    expect(hear(CHAT, sub, { timestamp })?.created_at).toBe(createdAt);
  });
});

describe('what is not understood', () => {
  it('is kept as `other` for a type nobody has heard of', () => {
    const event = {
      broadcaster_user_id: '100',
      broadcaster_user_name: 'Demo_Streamer',
      user_id: '200',
      user_login: 'demo_viewer',
      user_name: 'Demo_Viewer',
      cheese: ['brie'],
    };
    expect(hear('channel.cheese_rain', event)).toMatchObject({
      event_type: 'other',
      source_type: 'channel.cheese_rain',
      streamer_name: 'Demo_Streamer',
      viewer_name: 'Demo_Viewer',
      detail: { noticeType: '', systemMessage: '', message: '', raw: event },
    });
  });

  it.each([
    ['a notice without a type', CHAT, { ...sub, notice_type: null }],
    ['a stream without an id', 'stream.online', { ...streamOnline(), id: undefined }],
    ['a stream end of nobody', 'stream.offline', {}],
    ['an update of nobody', 'channel.update', { title: 'Tea' }],
    ['a raid with words for viewers', 'channel.raid', { viewers: 'many' }],
    ['a raid by nobody', 'channel.raid', { viewers: 12 }],
  ])('is kept as `other` for %s', (_what, type, event) => {
    // As JSON carries it: a key without a value is no key.
    const raw = JSON.parse(JSON.stringify(event));
    expect(hear(type, event)).toMatchObject({ event_type: 'other', detail: { raw } });
  });

  it('bears the known name where the payload bears none, and names no viewer', () => {
    expect(hear('stream.offline', {})).toMatchObject({
      streamer_name: 'Demo_Streamer',
      viewer_id: null,
      viewer_name: null,
    });
  });

  it('still has what Twitch itself says of it', () => {
    const event = { ...sub, notice_type: 7, system_message: 'Something happened.' };
    expect(hear(CHAT, event)).toMatchObject({
      detail: { systemMessage: 'Something happened.' },
    });
  });

  it('survives a payload whose every value is of another type', () => {
    const absurd = Object.fromEntries(Object.keys(sub).map((key) => [key, [key]]));
    expect(hear(CHAT, absurd)).toMatchObject({ event_type: 'other', detail: { raw: absurd } });
  });

  it.each([
    ['with a cheer of words', { ...chatMessage({ bits: 100 }), cheer: { bits: 'all' } }],
    ['without a channel', { cheer: { bits: 100 } }],
    ['that is empty', {}],
  ])('is dropped for a chat message %s, as most of chat is', (_what, event) => {
    expect(hear('channel.chat.message', event)).toBeNull();
  });
});

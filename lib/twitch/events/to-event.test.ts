import { describe, expect, it } from 'vitest';
import { streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { eventOf, RECEIVED_AT } from '@/tests/support/running/notification-event';

const CHAT = 'channel.chat.notification';
const sub = chatNotification({ notice_type: 'sub' });

describe('the fields of an event', () => {
  it('are the same for every kind', () => {
    expect(eventOf(CHAT, sub, { id: 'abc', timestamp: '2026-10-01T18:00:00Z' })).toEqual({
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

  it("have the streamer's new name if it changed", () => {
    const renamed = { ...sub, broadcaster_user_name: 'デモ' };
    expect(eventOf(CHAT, renamed)).toMatchObject({ streamer_id: '100', streamer_name: 'デモ' });
  });
});

describe('created_at', () => {
  it.each([
    ['nine digits', '2026-10-01T18:00:00.123456789Z', Date.UTC(2026, 9, 1, 18, 0, 0, 123)],
    ['trimmed digits', '2026-10-01T18:00:00.2Z', Date.UTC(2026, 9, 1, 18, 0, 0, 200)],
    ['no fraction', '2026-10-01T18:00:00Z', Date.UTC(2026, 9, 1, 18)],
    ['hours ago', '2026-10-01T03:00:00Z', Date.UTC(2026, 9, 1, 3)],
    ['years ago', '2011-06-06T00:00:00Z', Date.UTC(2011, 5, 6)],
    ['ahead of a wrong local clock', '2027-10-01T00:00:00Z', Date.UTC(2027, 9, 1)],
    ['more than a year ahead', '2031-01-01T00:00:00Z', RECEIVED_AT],
    ['the year 1, from a server without a clock', '0001-01-01T00:00:00Z', RECEIVED_AT],
    ['a year of six digits', '+275760-09-13T00:00:00Z', RECEIVED_AT],
    ['unreadable', 'yesterday', RECEIVED_AT],
    ['empty', '', RECEIVED_AT],
  ])('is read from a timestamp: %s', (_case, timestamp, createdAt) => {
    expect(eventOf(CHAT, sub, { timestamp })?.created_at).toBe(createdAt);
  });
});

describe('a notification that is not understood', () => {
  it('becomes `other` if its type is unknown', () => {
    const payload = {
      broadcaster_user_id: '100',
      broadcaster_user_name: 'Demo_Streamer',
      user_id: '200',
      user_login: 'demo_viewer',
      user_name: 'Demo_Viewer',
      cheese: ['brie'],
    };
    expect(eventOf('channel.cheese_rain', payload)).toMatchObject({
      event_type: 'other',
      source_type: 'channel.cheese_rain',
      streamer_name: 'Demo_Streamer',
      viewer_name: 'Demo_Viewer',
      detail: { noticeType: '', systemMessage: '', message: '', raw: payload },
    });
  });

  it.each([
    ['a notice without a type', CHAT, { ...sub, notice_type: null }],
    ['a stream without an id', 'stream.online', { ...streamOnline(), id: undefined }],
    ['a channel update without a change', 'channel.update', {}],
    ['a cheer with a text as number of bits', 'channel.chat.message', { cheer: { bits: 'all' } }],
    ['a raid with a text as number of viewers', 'channel.raid', { viewers: 'many' }],
    ['a raid without a source', 'channel.raid', { viewers: 12 }],
  ])('becomes `other` if it is %s', (_case, type, payload) => {
    // JSON leaves out keys whose value is undefined.
    const raw = JSON.parse(JSON.stringify(payload));
    expect(eventOf(type, payload)).toMatchObject({ event_type: 'other', detail: { raw } });
  });

  it.each<[string, object, object]>([
    [
      'the user, with null for what is missing',
      { user_id: '200' },
      { viewer_id: '200', viewer_login: null, viewer_name: null },
    ],
    [
      'the user by name alone',
      { user_name: 'Ada' },
      { viewer_id: null, viewer_login: null, viewer_name: 'Ada' },
    ],
    [
      'the user without what is unreadable',
      { user_id: '200', user_login: 7, user_name: 'Ada' },
      { viewer_id: '200', viewer_login: null, viewer_name: 'Ada' },
    ],
    ['the chatter', { chatter_user_name: 'Ada' }, { viewer_id: null, viewer_name: 'Ada' }],
    ['nobody who is anonymous', { user_name: 'Ada', is_anonymous: true }, { viewer_name: null }],
  ])('names %s', (_whom, payload, viewer) => {
    expect(eventOf('channel.cheese_rain', payload)).toMatchObject(viewer);
  });

  it('has the known name of the streamer and no viewer if the payload has neither', () => {
    expect(eventOf('channel.cheese_rain', {})).toMatchObject({
      streamer_name: 'Demo_Streamer',
      viewer_id: null,
      viewer_name: null,
    });
  });

  it('has the system message', () => {
    const payload = { ...sub, notice_type: 7, system_message: 'Something happened.' };
    expect(eventOf(CHAT, payload)).toMatchObject({
      detail: { systemMessage: 'Something happened.' },
    });
  });

  it('may have values of wrong types only', () => {
    const wrongTypes = Object.fromEntries(Object.keys(sub).map((key) => [key, [key]]));
    expect(eventOf(CHAT, wrongTypes)).toMatchObject({
      event_type: 'other',
      detail: { raw: wrongTypes },
    });
  });

  it('is dropped if it is an empty chat message', () => {
    expect(eventOf('channel.chat.message', {})).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { streamOffline, streamOnline } from '@/tests/simulator/shapes/stream';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/variants';
import { hear, RECEIVED_AT } from '@/tests/support/notification-event';

const STARTED_AT = Date.UTC(2026, 9, 1, 18);

describe('stream.online', () => {
  it('names the stream, so that two reports of it are one event', () => {
    expect(hear('stream.online', streamOnline({ id: '77' }))).toMatchObject({
      event_type: 'stream_online',
      streamer_name: 'Demo_Streamer',
      viewer_name: null,
      natural_key: 'online:77',
      detail: { streamId: '77', startedAt: STARTED_AT },
    });
  });

  it.each([
    ['unreadable', streamOnline({ started_at: 'just now' })],
    ['null', withNull(streamOnline(), 'started_at')],
    ['missing', withoutKeys(streamOnline(), 'started_at')],
  ])('began when it was heard of where started_at is %s', (_how, payload) => {
    expect(hear('stream.online', payload)).toMatchObject({ detail: { startedAt: RECEIVED_AT } });
  });

  it.each(['rerun', 'premiere', 'something_new', undefined])('may be of the type %s', (type) => {
    const payload = { ...streamOnline(), type };
    expect(hear('stream.online', payload)?.event_type).toBe('stream_online');
  });
});

describe('stream.offline', () => {
  it('names the stream where Twitch does', () => {
    const context = { live: { streamId: '77', startedAt: STARTED_AT } };
    expect(hear('stream.offline', streamOffline({ id: '77' }), { context })).toMatchObject({
      event_type: 'stream_offline',
      viewer_name: null,
      natural_key: 'offline:77',
      detail: { streamId: '77', startedAt: STARTED_AT },
    });
  });

  it.each([
    ['missing', streamOffline()],
    ['null', withNull(streamOffline({ id: '77' }), 'id')],
    ['empty', streamOffline({ id: '' })],
  ])('stands for itself where the id is %s', (_how, payload) => {
    const event = hear('stream.offline', payload);
    expect(event).toMatchObject({ detail: { streamId: null, startedAt: null } });
    expect(event).not.toHaveProperty('natural_key');
  });

  it('is the end of the stream that was on where Twitch does not name it', () => {
    const context = { live: { streamId: '78', startedAt: STARTED_AT } };
    expect(hear('stream.offline', streamOffline(), { context })).toMatchObject({
      natural_key: 'offline:78',
      detail: { streamId: '78', startedAt: STARTED_AT },
    });
  });
});

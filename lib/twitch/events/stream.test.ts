import { describe, expect, it } from 'vitest';
import { streamOffline, streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { hear, RECEIVED_AT } from '@/tests/support/notification-event';

const STARTED_AT = Date.UTC(2026, 9, 1, 18);

describe('stream.online', () => {
  it('has a natural key of the stream id, so that two reports become one event', () => {
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
  ])('uses the time of arrival if started_at is %s', (_case, payload) => {
    expect(hear('stream.online', payload)).toMatchObject({ detail: { startedAt: RECEIVED_AT } });
  });

  it.each(['rerun', 'premiere', 'something_new', undefined])(
    'is recorded with the type %s',
    (type) => {
      const payload = { ...streamOnline(), type };
      expect(hear('stream.online', payload)?.event_type).toBe('stream_online');
    },
  );
});

describe('stream.offline', () => {
  it('has a natural key of the stream id', () => {
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
  ])('has no natural key if the id is %s', (_case, payload) => {
    const event = hear('stream.offline', payload);
    expect(event).toMatchObject({ detail: { streamId: null, startedAt: null } });
    expect(event).not.toHaveProperty('natural_key');
  });

  it('is the end of the broadcast that was live if the id is missing', () => {
    const context = { live: { streamId: '78', startedAt: STARTED_AT } };
    expect(hear('stream.offline', streamOffline(), { context })).toMatchObject({
      natural_key: 'offline:78',
      detail: { streamId: '78', startedAt: STARTED_AT },
    });
  });
});

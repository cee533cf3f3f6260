import { describe, expect, it } from 'vitest';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { channelChangeOf } from './channel-change';

const after = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

describe('channelChangeOf', () => {
  it.each([
    [
      'stream_online',
      anEvent('stream_online', { streamId: '77', startedAt: 5 }),
      { live: { streamId: '77', startedAt: 5 } },
    ],
    [
      'a broadcast that is not live',
      anEvent('stream_online', { streamId: '77', startedAt: 5, broadcastType: 'rerun' }),
      {},
    ],
    ['stream_offline', anEvent('stream_offline', { streamId: '77', startedAt: 5 }), { live: null }],
    ['channel_update', anEvent('channel_update', { before: null, after }), { text: after }],
    ['any other event', aCheer(), {}],
  ])('returns the change of %s', (_event, event, change) => {
    expect(channelChangeOf(event)).toEqual(change);
  });
});

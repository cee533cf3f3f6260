import { describe, expect, it } from 'vitest';
import { aCheer, anEvent } from '@/tests/support/events';
import { channelChangeOf } from './channel-change';

const after = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

describe('channelAfter', () => {
  it.each([
    [
      'going live',
      anEvent('stream_online', { streamId: '77', startedAt: 5 }),
      { live: { streamId: '77', startedAt: 5 } },
    ],
    ['ending', anEvent('stream_offline', { streamId: '77', startedAt: 5 }), { live: null }],
    ['an update', anEvent('channel_update', { before: null, after }), { text: after }],
    ['anything else', aCheer(), {}],
  ])('knows what %s changes', (_what, event, change) => {
    expect(channelChangeOf(event)).toEqual(change);
  });
});

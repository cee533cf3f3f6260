import { describe, expect, it } from 'vitest';
import { HELIX_CHANNEL, HELIX_STREAM } from '@/tests/support/builders/helix-rows';
import { callHelix } from '@/tests/support/running/helix-request';

describe('stream', () => {
  it.each([
    ['live', [HELIX_STREAM], { streamId: '77', startedAt: Date.UTC(2026, 9, 1, 18) }],
    ['offline', [], null],
  ])('reads a channel that is %s', async (_state, data, expected) => {
    const { value, last } = await callHelix((api) => api.stream('100'), data);
    expect(last.url.searchParams.get('user_id')).toBe('100');
    expect(value).toEqual(expected);
  });
});

describe('channelInfo', () => {
  it.each([
    ['exists', [HELIX_CHANNEL], { title: 'Tea', category: '', language: 'en', labels: [] }],
    ['does not exist', [], null],
  ])('reads a channel that %s', async (_state, data, expected) => {
    const { value, last } = await callHelix((api) => api.channelInfo('100'), data);
    expect(last.url.searchParams.get('broadcaster_id')).toBe('100');
    expect(value).toEqual(expected);
  });
});

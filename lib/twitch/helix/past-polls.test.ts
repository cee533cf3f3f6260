import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { callHelix } from '@/tests/support/running/helix-request';

const SIX = Date.UTC(2026, 9, 1, 18);

const POLL = {
  id: 'p1',
  title: 'Which game?',
  choices: [{ id: 'c1', title: 'Chess', votes: 3, channel_points_votes: 0, bits_votes: 0 }],
  status: 'COMPLETED',
  started_at: new Date(SIX).toISOString(),
  ended_at: new Date(SIX + MINUTE).toISOString(),
};

it.each([
  ['has ended', POLL, { status: 'completed', endedAt: SIX + MINUTE }],
  ['is active', { ...POLL, status: 'ACTIVE', ended_at: null }, { status: null, endedAt: null }],
])('polls reads a poll that %s', async (_state, row, expected) => {
  const { value, last } = await callHelix((api) => api.polls('100'), [row]);
  expect(last.url.search).toBe('?broadcaster_id=100');
  expect(value).toMatchObject([
    {
      pollId: 'p1',
      title: 'Which game?',
      choices: [{ title: 'Chess', votes: 3 }],
      startedAt: SIX,
      ...expected,
    },
  ]);
});

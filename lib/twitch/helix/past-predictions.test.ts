import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { callHelix } from '@/tests/support/running/helix-request';

const SIX = Date.UTC(2026, 9, 1, 18);

const PREDICTION = {
  id: 'q1',
  title: 'Will it work?',
  winning_outcome_id: 'yes',
  outcomes: [{ id: 'yes', title: 'Yes', users: 2, channel_points: 500, color: 'BLUE' }],
  status: 'RESOLVED',
  created_at: new Date(SIX).toISOString(),
  locked_at: new Date(SIX + MINUTE / 2).toISOString(),
  ended_at: new Date(SIX + MINUTE).toISOString(),
};
const NOT_ENDED = { ...PREDICTION, winning_outcome_id: null, status: 'ACTIVE', ended_at: null };

it.each([
  ['has ended', PREDICTION, { status: 'resolved', winnerId: 'yes', endedAt: SIX + MINUTE }],
  [
    'is active',
    { ...NOT_ENDED, locked_at: null },
    { status: null, winnerId: null, lockedAt: null, endedAt: null },
  ],
  ['is locked', NOT_ENDED, { status: null, lockedAt: SIX + MINUTE / 2 }],
])('predictions reads a prediction that %s', async (_state, row, expected) => {
  const { value } = await callHelix((api) => api.predictions('100'), [row]);
  const outcomes = [{ id: 'yes', title: 'Yes', users: 2, channelPoints: 500 }];
  expect(value).toMatchObject([{ predictionId: 'q1', startedAt: SIX, outcomes, ...expected }]);
});

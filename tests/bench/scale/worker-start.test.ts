import { describe, expect, it } from 'vitest';
import { DEFAULT_RECORDING_OPTIONS, isRecorded } from '@/lib/domain/history/recording-options';
import { makePlan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { POINTS_OF_FIRST_START, POINTS_OF_RESTART, VIEWER_SUBSCRIPTIONS } from './worker-start';

describe('the arithmetic of docs/scaling.md', () => {
  it('has the subscriptions that the extension plans for a viewer', () => {
    const { subscriptions } = makePlan({
      streamerId: '100',
      viewerId: '200',
      role: 'viewer',
      scopes: ['user:read:chat'],
      isWanted: (kind) => isRecorded(kind, DEFAULT_RECORDING_OPTIONS),
    });
    const planned = subscriptions.map(({ type, version, cost }) => ({ type, version, cost }));
    expect(planned).toEqual(VIEWER_SUBSCRIPTIONS);
  });

  it('counts 11 points for the first start of a worker, and 17 for each later one', () => {
    expect([POINTS_OF_FIRST_START, POINTS_OF_RESTART]).toEqual([11, 17]);
  });
});

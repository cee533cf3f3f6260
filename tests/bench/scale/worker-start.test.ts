import { describe, expect, it } from 'vitest';
import { makePlan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { aPlanRequest } from '@/tests/support/builders/plan-request';
import { POINTS_OF_FIRST_START, POINTS_OF_RESTART, VIEWER_SUBSCRIPTIONS } from './worker-start';

describe('the arithmetic of docs/scaling.md', () => {
  it('has the subscriptions that the extension plans for a viewer', () => {
    const { subscriptions } = makePlan(aPlanRequest());
    const planned = subscriptions.map(({ type, version, cost }) => ({ type, version, cost }));
    expect(planned).toEqual(VIEWER_SUBSCRIPTIONS);
  });

  it('counts 11 points for the first start of a worker, and 17 for each later one', () => {
    expect([POINTS_OF_FIRST_START, POINTS_OF_RESTART]).toEqual([11, 17]);
  });
});

import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import { later, REFUSED } from '@/tests/support/running/running-session';
import { runSubscriber } from '@/tests/support/running/running-subscriber';
import type { SubscriptionOutcome } from './create-subscription';
import type { PlannedSubscription } from './plan';

/** Answers with the type as the id. */
const enable = ({ type }: Pick<PlannedSubscription, 'type'>): SubscriptionOutcome => ({
  outcome: 'enabled',
  id: type,
});

/** A plan with one subscription of each type, of which the last one has a cost. */
function planOf(...types: string[]): PlannedSubscription[] {
  return types.map((type, index) => ({
    key: type,
    type,
    version: '1',
    condition: { broadcaster_user_id: '100' },
    cost: index === types.length - 1 ? 1 : 0,
    kinds: [],
  }));
}

describe('a changed plan', () => {
  it('deletes what is gone, then requests what is new, and nothing else', async () => {
    const { subscriber, clock, requests, reports } = runSubscriber(enable, planOf('a', 'b'));
    await clock.advance(0);
    requests.length = 0;
    subscriber.changePlan(planOf('a', 'c'));
    await clock.advance(0);
    expect(requests.map(([, what]) => what)).toEqual(['delete b', 'delete', 'c']);
    expect(reports).toEqual(['a is a', 'b is b', 'settled: null', 'c is c', 'settled: null']);
    expect(clock.pending).toBe(0);
  });

  it('is requested at once during a round of requests', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const running = runSubscriber(enable, planOf('a', 'b'), {
      ready: async () => await promise,
    });
    await running.clock.advance(0);
    running.subscriber.changePlan(planOf('c', 'b'));
    resolve();
    await running.clock.advance(0);
    // The request for a was under way: what it led to is deleted.
    expect(running.requests.map(([, what]) => what)).toEqual(['delete', 'a', 'delete a', 'c', 'b']);
    expect(running.reports.filter((report) => report.startsWith('settled'))).toHaveLength(1);
  });

  it('brings no delayed request forward', async () => {
    const { subscriber, clock, timesOf } = runSubscriber(
      (planned) => (planned.type === 'b' ? later('over_budget') : enable(planned)),
      planOf('a', 'b'),
    );
    await clock.advance(10 * SECOND);
    subscriber.changePlan(planOf('a', 'c', 'b'));
    await clock.advance(5 * MINUTE);
    expect(timesOf('c')).toEqual([10]);
    expect(timesOf('b').filter((second) => second < MINUTE / SECOND)).toEqual([0]);
    expect(timesOf('b').length).toBeGreaterThan(1);
  });

  it('asks for nothing that Twitch has just refused', async () => {
    const { subscriber, clock, timesOf } = runSubscriber(
      (planned) => (planned.type === 'b' ? REFUSED : enable(planned)),
      planOf('a', 'b'),
    );
    await clock.advance(0);
    subscriber.changePlan(planOf('a'));
    subscriber.changePlan(planOf('a', 'b'));
    await clock.advance(29 * MINUTE);
    expect(timesOf('b')).toEqual([0]);
  });

  it('makes the session useless if nothing of it is allowed', async () => {
    const { subscriber, clock, reports } = runSubscriber(
      (planned) => (planned.type === 'b' ? REFUSED : enable(planned)),
      planOf('a'),
    );
    await clock.advance(0);
    subscriber.changePlan(planOf('b'));
    await clock.advance(0);
    expect(reports.at(-1)).toBe('failed: nothing_allowed');
  });

  it('is requested again when what was deleted returns', async () => {
    const { subscriber, clock, timesOf } = runSubscriber(enable, planOf('a', 'b'));
    await clock.advance(0);
    subscriber.changePlan(planOf('a'));
    await clock.advance(SECOND);
    subscriber.changePlan(planOf('a', 'b'));
    await clock.advance(0);
    expect(timesOf('b')).toEqual([0, 1]);
  });

  it('does nothing after the end of the session', async () => {
    const { subscriber, clock, requests, endSession } = runSubscriber(enable, planOf('a'));
    await clock.advance(0);
    endSession();
    subscriber.changePlan(planOf('b'));
    await clock.advance(MINUTE);
    expect(requests.map(([, what]) => what)).toEqual(['delete', 'a']);
  });
});

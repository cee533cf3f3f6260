import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import { later } from '@/tests/support/running/running-session';
import { runSubscriber } from '@/tests/support/running/running-subscriber';
import { CHAT_NOTICES, type PlannedSubscription } from './plan';
import { subscriptionKey } from './subscription-key';

function notices(streamerId: number): PlannedSubscription {
  const condition = { broadcaster_user_id: String(streamerId), user_id: '200' };
  const key = subscriptionKey({ type: CHAT_NOTICES, condition });
  return { key, type: CHAT_NOTICES, version: '1', condition, cost: 0, kinds: ['sub'] };
}

/** The chat notices of as many streamers. */
function noticesOf(count: number): PlannedSubscription[] {
  return Array.from({ length: count }, (_, index) => notices(1000 + index));
}

const enable = ({ key }: PlannedSubscription) => ({ outcome: 'enabled', id: `#${key}` }) as const;

describe('startSubscriber with many chats', () => {
  it('joins fifty-one of them in 22 seconds, never more than twenty in ten seconds', async () => {
    const { clock, requests } = runSubscriber(enable, noticesOf(51));
    await clock.advance(MINUTE);
    const seconds = requests.map(([second]) => second);
    expect(
      Map.groupBy(seconds, (second) => second)
        .keys()
        .toArray(),
    ).toEqual([0, 11, 22]);
    expect(seconds).toHaveLength(51);
    for (const second of seconds) {
      const joined = seconds.filter((other) => other >= second && other < second + 10);
      expect(joined.length).toBeLessThanOrEqual(20);
    }
  });

  it('settles before it waits, so that the first ones need not', async () => {
    const { clock, reports } = runSubscriber(enable, noticesOf(21));
    await clock.advance(0);
    expect(reports.at(-1)).toBe('settled: null');
    expect(reports).toHaveLength(21);
  });

  it('requests what joins no chat while the others wait', async () => {
    const online = { ...notices(7), type: 'stream.online', key: 'online' };
    const { clock, timesOf } = runSubscriber(enable, [...noticesOf(30), online]);
    await clock.advance(0);
    expect(timesOf('stream.online')).toEqual([0]);
  });

  it('takes a plan that changes during the wait', async () => {
    const plan = noticesOf(25);
    const { subscriber, clock, requestedAt } = runSubscriber(enable, plan);
    await clock.advance(5 * SECOND);
    subscriber.changePlan(plan.slice(0, 24));
    await clock.advance(MINUTE);
    expect(plan.flatMap(requestedAt)).toEqual([...Array(20).fill(0), ...Array(4).fill(11)]);
  });

  it('ends the wait with the session', async () => {
    const { clock, endSession, requests } = runSubscriber(enable, noticesOf(30));
    await clock.advance(SECOND);
    endSession();
    await clock.advance(MINUTE);
    expect(requests).toHaveLength(20);
    expect(clock.pending).toBe(0);
  });
});

describe('too many requests', () => {
  it('end a round after three of them, and the rest follows 15 seconds later', async () => {
    const plan = noticesOf(10);
    const { clock, requestedAt } = runSubscriber(
      (planned, count) =>
        plan.indexOf(planned) >= 4 && count === 1 && clock.now() < limitEnds
          ? later('rate_limited')
          : enable(planned),
      plan,
    );
    const limitEnds = clock.now() + 10 * SECOND;
    await clock.advance(MINUTE);
    expect(plan.slice(0, 4).flatMap(requestedAt)).toEqual([0, 0, 0, 0]);
    expect(plan.slice(4, 7).map(requestedAt)).toEqual([0, 1, 2].map(() => [0, 15]));
    expect(plan.slice(7).map(requestedAt)).toEqual([0, 1, 2].map(() => [15]));
  });

  it('of some chats for ever keep no other chat waiting', async () => {
    const [first, ...plan] = noticesOf(7);
    const { clock, requestedAt } = runSubscriber(
      (planned) => (plan.slice(0, 3).includes(planned) ? later('rate_limited') : enable(planned)),
      [...(first === undefined ? [] : [first]), ...plan],
    );
    await clock.advance(5 * MINUTE);
    expect(plan.slice(3).map((planned) => requestedAt(planned).length)).toEqual([1, 1, 1]);
  });

  it('of joins do not stop what joins no chat', async () => {
    const online = { ...notices(7), type: 'stream.online', key: 'online' };
    const { clock, timesOf, reports } = runSubscriber(
      ({ type, key }) =>
        type === CHAT_NOTICES ? later('rate_limited') : { outcome: 'enabled', id: key },
      [...noticesOf(4), online],
    );
    await clock.advance(0);
    expect(timesOf('stream.online')).toEqual([0]);
    expect(reports.at(-1)).toBe('settled: rate_limited');
  });
});

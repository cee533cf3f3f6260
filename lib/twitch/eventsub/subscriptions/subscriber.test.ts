import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { ENABLED, later, REFUSED, VIEWER_PLAN } from '@/tests/support/running/running-session';
import { runSubscriber } from '@/tests/support/running/running-subscriber';
import type { PlannedSubscription } from './plan';

const types = VIEWER_PLAN.map(({ type }) => type);

describe('startSubscriber', () => {
  it('settles when all are enabled, and sends no more requests', async () => {
    const { clock, reports, requests } = runSubscriber(({ type }) => ({
      outcome: 'enabled',
      id: `#${type}`,
    }));
    await clock.advance(HOUR);
    expect(reports).toEqual([...types.map((type) => `${type} is #${type}`), 'settled: null']);
    expect(requests).toHaveLength(types.length + 1);
    expect(clock.pending).toBe(0);
  });

  it.each(types)(
    'continues when %s is refused, and requests it again after half an hour',
    async (refused) => {
      const { clock, reports, timesOf } = runSubscriber(({ type }) =>
        type === refused ? REFUSED : ENABLED,
      );
      await clock.advance(59 * MINUTE);
      expect(reports.filter((report) => report.endsWith('is subscription'))).toHaveLength(
        types.length - 1,
      );
      expect(timesOf(refused)).toEqual([0, 1800]);
      const problem = refused === 'channel.chat.notification' ? 'chat_refused' : null;
      expect(reports.at(-1)).toBe(`settled: ${problem}`);
    },
  );

  it('repeats a request that Twitch delays, at growing intervals, until it succeeds', async () => {
    const { clock, reports, timesOf } = runSubscriber(({ type }) =>
      type === 'channel.raid' ? later('twitch_down') : ENABLED,
    );
    await clock.advance(25 * MINUTE);
    expect(timesOf('channel.raid')).toEqual([0, 15, 45, 105, 225, 465, 765, 1065, 1365]);
    expect(timesOf('stream.online')).toEqual([0]);
    expect(reports.at(-1)).toBe('settled: twitch_down');
  });

  it.each(['over_budget', 'too_many_connections'] as const)(
    'waits at least a minute at the limit %s',
    async (problem) => {
      const { clock, timesOf } = runSubscriber(({ type }) =>
        type === 'channel.raid' ? later(problem) : ENABLED,
      );
      await clock.advance(15 * MINUTE);
      expect(timesOf('channel.raid')).toEqual([0, 60, 180, 420, 720]);
    },
  );

  it('settles without a problem when a refused type is enabled later', async () => {
    const { clock, reports, timesOf } = runSubscriber(({ type }, requestCount) =>
      type === 'channel.chat.notification' && requestCount === 1 ? REFUSED : ENABLED,
    );
    await clock.advance(2 * HOUR);
    expect(timesOf('channel.chat.notification')).toEqual([0, 1800]);
    expect(reports.at(-1)).toBe('settled: null');
    expect(clock.pending).toBe(0);
  });

  it('settles without a problem when a delayed type is enabled', async () => {
    const { clock, reports } = runSubscriber(({ type }, requestCount) =>
      type === 'channel.raid' && requestCount < 3 ? later('rate_limited') : ENABLED,
    );
    await clock.advance(HOUR);
    expect(reports.filter((report) => report.startsWith('settled'))).toEqual([
      'settled: rate_limited',
      'settled: rate_limited',
      'settled: null',
    ]);
    expect(clock.pending).toBe(0);
  });

  it('deletes stale subscriptions once in each round that has a type with a cost', async () => {
    const { clock, requests } = runSubscriber(({ type }, requestCount) =>
      type.startsWith('stream') && requestCount === 1 ? later() : ENABLED,
    );
    await clock.advance(15 * SECOND);
    expect(requests.map(([, type]) => type)).toEqual([
      'delete',
      'channel.chat.notification',
      'channel.chat.message',
      'stream.online',
      'stream.offline',
      'channel.update',
      'channel.raid',
      'delete',
      'stream.online',
      'stream.offline',
    ]);
  });

  it('requests types with a cost when the stale subscriptions are deleted, the others at once', async () => {
    const { clock, requests } = runSubscriber(() => ENABLED, VIEWER_PLAN, {
      deletingMs: 20 * SECOND,
    });
    await clock.advance(19 * SECOND);
    expect(requests).toEqual([
      [0, 'delete'],
      [0, 'channel.chat.notification'],
      [0, 'channel.chat.message'],
    ]);
    await clock.advance(SECOND);
    expect(requests.slice(3).map(([seconds]) => seconds)).toEqual([20, 20, 20, 20]);
  });

  it('deletes nothing in a round of free types', async () => {
    const { clock, timesOf } = runSubscriber(({ type }, requestCount) =>
      type.startsWith('channel.chat') && requestCount === 1 ? later() : ENABLED,
    );
    await clock.advance(15 * SECOND);
    expect(timesOf('delete')).toEqual([0]);
  });

  it.each([
    ['nothing_allowed', () => REFUSED],
    ['too_many_connections', () => later('too_many_connections')],
    ['over_budget', ({ cost }: PlannedSubscription) => (cost > 0 ? later('over_budget') : REFUSED)],
  ] as const)('fails with %s when no type is enabled', async (failure, answer) => {
    const { clock, reports } = runSubscriber(answer);
    await clock.advance(HOUR);
    expect(reports).toEqual([`failed: ${failure}`]);
    expect(clock.pending).toBe(0);
  });

  it.each(['session_gone', 'unauthorized'] as const)(
    'fails with the first %s, even if types are enabled',
    async (outcome) => {
      const { clock, reports, requests } = runSubscriber(({ type }) =>
        type === 'stream.online' ? { outcome } : ENABLED,
      );
      await clock.advance(HOUR);
      expect(reports.at(-1)).toBe(`failed: ${outcome}`);
      expect(requests.at(-1)?.[1]).toBe('stream.online');
      expect(clock.pending).toBe(0);
    },
  );

  it('ends with the session, also while it waits for the next round', async () => {
    const { clock, endSession, reports, requests } = runSubscriber(({ type }) =>
      type === 'channel.raid' ? later() : ENABLED,
    );
    await clock.advance(SECOND);
    endSession();
    expect(clock.pending).toBe(0);
    const before = { reports: [...reports], requests: [...requests] };
    await clock.advance(HOUR);
    expect({ reports, requests }).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { createFakeClock } from '@/tests/support/fake-clock';
import { ENABLED, later, REFUSED, VIEWER_PLAN } from '@/tests/support/running-session';
import type { PlannedSubscription } from './plan';
import type { SubscribeOutcome } from './subscribe';
import { makeSubscriptions } from './subscriber';

const types = VIEWER_PLAN.map(({ type }) => type);

function subscribing(answer: (planned: PlannedSubscription, asked: number) => SubscribeOutcome) {
  const clock = createFakeClock();
  const start = clock.now();
  const standing = new AbortController();
  const told: string[] = [];
  const asked: [number, string][] = [];
  void makeSubscriptions({
    plan: VIEWER_PLAN,
    clock,
    signal: standing.signal,
    subscribe: async (planned) => {
      asked.push([(clock.now() - start) / SECOND, planned.type]);
      return answer(planned, asked.filter(([, type]) => type === planned.type).length);
    },
    deleteLeftovers: async () => void asked.push([(clock.now() - start) / SECOND, 'delete']),
    answered: ({ type }, answer) => {
      if (answer.outcome === 'enabled') told.push(`${type} is ${answer.id}`);
    },
    settled: (problem) => void told.push(`settled: ${problem}`),
    failed: (failure) => void told.push(`failed: ${failure}`),
  });
  return { clock, standing, told, asked, timesOf: (type: string) => timesOf(asked, type) };
}

function timesOf(asked: [number, string][], wanted: string): number[] {
  return asked.filter(([, type]) => type === wanted).map(([seconds]) => seconds);
}

describe('makeSubscriptions', () => {
  it('is settled when all are enabled, and asks no more', async () => {
    const { clock, told, asked } = subscribing(({ type }) => ({
      outcome: 'enabled',
      id: `#${type}`,
    }));
    await clock.advance(HOUR);
    expect(told).toEqual([...types.map((type) => `${type} is #${type}`), 'settled: null']);
    expect(asked).toHaveLength(types.length + 1);
    expect(clock.pending).toBe(0);
  });

  it.each(types)('goes on after %s is refused, and never asks for it again', async (refused) => {
    const { clock, told, timesOf } = subscribing(({ type }) =>
      type === refused ? REFUSED : ENABLED,
    );
    await clock.advance(HOUR);
    expect(told.filter((what) => what.endsWith('is subscription'))).toHaveLength(types.length - 1);
    expect(timesOf(refused)).toEqual([0]);
    const problem = refused === 'channel.chat.notification' ? 'chat_refused' : null;
    expect(told.at(-1)).toBe(`settled: ${problem}`);
  });

  it('asks again for what is put off, at growing intervals, for as long as it takes', async () => {
    const { clock, told, timesOf } = subscribing(({ type }) =>
      type === 'channel.raid' ? later('over_budget') : ENABLED,
    );
    await clock.advance(25 * MINUTE);
    expect(timesOf('channel.raid')).toEqual([0, 15, 45, 105, 225, 465, 765, 1065, 1365]);
    expect(timesOf('stream.online')).toEqual([0]);
    expect(told.at(-1)).toBe('settled: over_budget');
  });

  it('is settled without a problem once what was put off came', async () => {
    const { clock, told } = subscribing(({ type }, asked) =>
      type === 'channel.raid' && asked < 3 ? later('rate_limited') : ENABLED,
    );
    await clock.advance(HOUR);
    expect(told.filter((what) => what.startsWith('settled'))).toEqual([
      'settled: rate_limited',
      'settled: rate_limited',
      'settled: null',
    ]);
    expect(clock.pending).toBe(0);
  });

  it('makes room before each round of what costs, and once a round', async () => {
    const { clock, asked } = subscribing(({ type }, time) =>
      type.startsWith('stream') && time === 1 ? later() : ENABLED,
    );
    await clock.advance(15 * SECOND);
    expect(asked.map(([, type]) => type)).toEqual([
      'channel.chat.notification',
      'channel.chat.message',
      'delete',
      'stream.online',
      'stream.offline',
      'channel.update',
      'channel.raid',
      'delete',
      'stream.online',
      'stream.offline',
    ]);
  });

  it('deletes nothing for what costs nothing', async () => {
    const { clock, asked } = subscribing(({ type }, time) =>
      type.startsWith('channel.chat') && time === 1 ? later() : ENABLED,
    );
    await clock.advance(15 * SECOND);
    expect(timesOf(asked, 'delete')).toEqual([0]);
  });

  it.each([
    ['nothing_allowed', () => REFUSED],
    ['too_many_connections', () => later('too_many_connections')],
    ['over_budget', ({ cost }: PlannedSubscription) => (cost > 0 ? later('over_budget') : REFUSED)],
  ] as const)('has failed without a single one (%s)', async (failure, answer) => {
    const { clock, told } = subscribing(answer);
    await clock.advance(HOUR);
    expect(told).toEqual([`failed: ${failure}`]);
    expect(clock.pending).toBe(0);
  });

  it.each(['session_gone', 'unauthorised'] as const)(
    'has failed with the first %s, whatever was enabled',
    async (outcome) => {
      const { clock, told, asked } = subscribing(({ type }) =>
        type === 'stream.online' ? { outcome } : ENABLED,
      );
      await clock.advance(HOUR);
      expect(told.at(-1)).toBe(`failed: ${outcome}`);
      expect(asked.at(-1)?.[1]).toBe('stream.online');
      expect(clock.pending).toBe(0);
    },
  );

  it('ends with its session, also while it waits to ask again', async () => {
    const { clock, standing, told, asked } = subscribing(({ type }) =>
      type === 'channel.raid' ? later() : ENABLED,
    );
    await clock.advance(SECOND);
    standing.abort();
    expect(clock.pending).toBe(0);
    const before = { told: [...told], asked: [...asked] };
    await clock.advance(HOUR);
    expect({ told, asked }).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { ENABLED, later, REFUSED, VIEWER_PLAN } from '@/tests/support/running-session';
import { runSubscriber } from '@/tests/support/running-subscriber';
import type { PlannedSubscription } from './plan';

const types = VIEWER_PLAN.map(({ type }) => type);

describe('startSubscribing', () => {
  it('is settled when all are enabled, and asks no more', async () => {
    const { clock, told, asked } = runSubscriber(({ type }) => ({
      outcome: 'enabled',
      id: `#${type}`,
    }));
    await clock.advance(HOUR);
    expect(told).toEqual([...types.map((type) => `${type} is #${type}`), 'settled: null']);
    expect(asked).toHaveLength(types.length + 1);
    expect(clock.pending).toBe(0);
  });

  it.each(types)(
    'goes on after %s is refused, and asks for it again after half an hour',
    async (refused) => {
      const { clock, told, timesOf } = runSubscriber(({ type }) =>
        type === refused ? REFUSED : ENABLED,
      );
      await clock.advance(59 * MINUTE);
      expect(told.filter((what) => what.endsWith('is subscription'))).toHaveLength(
        types.length - 1,
      );
      expect(timesOf(refused)).toEqual([0, 1800]);
      const problem = refused === 'channel.chat.notification' ? 'chat_refused' : null;
      expect(told.at(-1)).toBe(`settled: ${problem}`);
    },
  );

  it('asks again for what is put off, at growing intervals, for as long as it takes', async () => {
    const { clock, told, timesOf } = runSubscriber(({ type }) =>
      type === 'channel.raid' ? later('twitch_down') : ENABLED,
    );
    await clock.advance(25 * MINUTE);
    expect(timesOf('channel.raid')).toEqual([0, 15, 45, 105, 225, 465, 765, 1065, 1365]);
    expect(timesOf('stream.online')).toEqual([0]);
    expect(told.at(-1)).toBe('settled: twitch_down');
  });

  it.each(['over_budget', 'rate_limited', 'too_many_connections'] as const)(
    'gives a limit of Twitch a minute at least (%s)',
    async (problem) => {
      const { clock, timesOf } = runSubscriber(({ type }) =>
        type === 'channel.raid' ? later(problem) : ENABLED,
      );
      await clock.advance(15 * MINUTE);
      expect(timesOf('channel.raid')).toEqual([0, 60, 180, 420, 720]);
    },
  );

  it('takes it up anew when half an hour brought what was refused', async () => {
    const { clock, told, timesOf } = runSubscriber(({ type }, asked) =>
      type === 'channel.chat.notification' && asked === 1 ? REFUSED : ENABLED,
    );
    await clock.advance(2 * HOUR);
    expect(timesOf('channel.chat.notification')).toEqual([0, 1800]);
    expect(told.at(-1)).toBe('settled: null');
    expect(clock.pending).toBe(0);
  });

  it('is settled without a problem once what was put off came', async () => {
    const { clock, told } = runSubscriber(({ type }, asked) =>
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
    const { clock, asked } = runSubscriber(({ type }, time) =>
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
    const { clock, timesOf } = runSubscriber(({ type }, time) =>
      type.startsWith('channel.chat') && time === 1 ? later() : ENABLED,
    );
    await clock.advance(15 * SECOND);
    expect(timesOf('delete')).toEqual([0]);
  });

  it.each([
    ['nothing_allowed', () => REFUSED],
    ['too_many_connections', () => later('too_many_connections')],
    ['over_budget', ({ cost }: PlannedSubscription) => (cost > 0 ? later('over_budget') : REFUSED)],
  ] as const)('has failed without a single one (%s)', async (failure, answer) => {
    const { clock, told } = runSubscriber(answer);
    await clock.advance(HOUR);
    expect(told).toEqual([`failed: ${failure}`]);
    expect(clock.pending).toBe(0);
  });

  it.each(['session_gone', 'unauthorized'] as const)(
    'has failed with the first %s, whatever was enabled',
    async (outcome) => {
      const { clock, told, asked } = runSubscriber(({ type }) =>
        type === 'stream.online' ? { outcome } : ENABLED,
      );
      await clock.advance(HOUR);
      expect(told.at(-1)).toBe(`failed: ${outcome}`);
      expect(asked.at(-1)?.[1]).toBe('stream.online');
      expect(clock.pending).toBe(0);
    },
  );

  it('ends with its session, also while it waits to ask again', async () => {
    const { clock, standing, told, asked } = runSubscriber(({ type }) =>
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

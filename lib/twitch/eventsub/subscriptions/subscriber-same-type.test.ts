import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/time';
import {
  ENABLED,
  isRaidIn,
  later,
  PLAN_WITHOUT_CHAT,
  REFUSED,
} from '@/tests/support/running/running-session';
import { runSubscriber } from '@/tests/support/running/running-subscriber';

describe('two subscriptions of one type', () => {
  const [raidOut, raidIn] = PLAN_WITHOUT_CHAT.filter(({ type }) => type === 'channel.raid');
  if (raidOut === undefined || raidIn === undefined)
    throw new Error('The plan has one channel.raid only.');

  it('are both enabled when Twitch delays the second one', async () => {
    const { clock, reports, requestedAt } = runSubscriber(
      (planned, requestCount) => (isRaidIn(planned) && requestCount === 1 ? later() : ENABLED),
      PLAN_WITHOUT_CHAT,
    );
    await clock.advance(HOUR);
    expect(requestedAt(raidOut)).toEqual([0]);
    expect(requestedAt(raidIn)).toEqual([0, 15]);
    expect(reports.filter((report) => report.startsWith('settled'))).toEqual([
      'settled: twitch_down',
      'settled: null',
    ]);
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['first', raidOut, raidIn],
    ['second', raidIn, raidOut],
  ])('are independent when the %s one is refused', async (_which, refused, other) => {
    const { clock, reports, requestedAt } = runSubscriber(
      (planned, requestCount) => (planned === refused && requestCount === 1 ? REFUSED : ENABLED),
      PLAN_WITHOUT_CHAT,
    );
    await clock.advance(HOUR);
    expect(requestedAt(refused)).toEqual([0, 1800]);
    expect(requestedAt(other)).toEqual([0]);
    expect(reports.at(-1)).toBe('settled: null');
  });

  it.each([
    ['first', raidOut, raidIn],
    ['second', raidIn, raidOut],
  ])('are independent when Twitch revokes the %s one', async (_which, revoked, other) => {
    const { subscriber, clock, requestedAt } = runSubscriber(() => ENABLED, PLAN_WITHOUT_CHAT);
    await clock.advance(0);
    subscriber.revoke([revoked.key], false);
    await clock.advance(HOUR);
    expect(requestedAt(revoked)).toEqual([0, 1800]);
    expect(requestedAt(other)).toEqual([0]);
  });

  it('settle once when Twitch revokes both', async () => {
    const { subscriber, clock, reports, requestedAt } = runSubscriber(
      () => ENABLED,
      PLAN_WITHOUT_CHAT,
    );
    await clock.advance(0);
    const before = reports.length;
    subscriber.revoke([raidOut.key, raidIn.key], false);
    expect(reports.slice(before)).toEqual(['settled: null']);
    await clock.advance(HOUR);
    expect([requestedAt(raidOut), requestedAt(raidIn)]).toEqual([
      [0, 1800],
      [0, 1800],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time';
import { ENABLED, VIEWER_PLAN } from '@/tests/support/running/running-session';
import { runSubscriber } from '@/tests/support/running/running-subscriber';

function keyOf(wanted: string): string {
  const planned = VIEWER_PLAN.find(({ type }) => type === wanted);
  if (planned === undefined) throw new Error(`${wanted} is not planned.`);
  return planned.key;
}

describe('startSubscriber, when Twitch revokes a subscription', () => {
  it('requests it once more after half an hour', async () => {
    const { subscriber, clock, timesOf } = runSubscriber(() => ENABLED);
    await clock.advance(MINUTE);
    subscriber.revoke([keyOf('channel.raid')], false);
    subscriber.revoke([keyOf('channel.raid')], false);
    await clock.advance(2 * HOUR);
    expect(timesOf('channel.raid')).toEqual([0, 1860]);
    expect(timesOf('stream.online')).toEqual([0]);
  });

  it('reports that chat is refused when it was the one for chat notices', async () => {
    const { subscriber, clock, reports } = runSubscriber(() => ENABLED);
    await clock.advance(0);
    subscriber.revoke([keyOf('channel.chat.notification')], false);
    expect(reports.at(-1)).toBe('settled: chat_refused');
  });

  it('does nothing when it is not in the plan', async () => {
    const { subscriber, clock, reports } = runSubscriber(() => ENABLED);
    await clock.advance(0);
    const before = [...reports];
    subscriber.revoke(['__proto__'], false);
    await clock.advance(HOUR);
    expect(reports).toEqual(before);
  });

  it('fails when it was the last one', async () => {
    const { subscriber, clock, reports } = runSubscriber(() => ENABLED);
    await clock.advance(0);
    for (const { key } of VIEWER_PLAN) subscriber.revoke([key], false);
    expect(reports.at(-1)).toBe('failed: nothing_allowed');
  });

  it('does nothing after the end of the session', async () => {
    const { subscriber, clock, endSession, reports } = runSubscriber(() => ENABLED);
    await clock.advance(0);
    endSession();
    const before = [...reports];
    for (const { key } of VIEWER_PLAN) subscriber.revoke([key], false);
    expect(reports).toEqual(before);
    expect(clock.pending).toBe(0);
  });
});

describe('startSubscriber, when a revocation arrives during a request', () => {
  it('reports revoked ones together with the outcome of the requests', async () => {
    const { subscriber, clock, reports } = runSubscriber(({ type }) => {
      if (type !== 'channel.raid') return ENABLED;
      for (const { key } of VIEWER_PLAN) if (key !== keyOf(type)) subscriber.revoke([key], false);
      return ENABLED;
    });
    await clock.advance(0);
    expect(reports.filter((report) => report.startsWith('settled'))).toEqual([
      'settled: chat_refused',
    ]);
    expect(reports.filter((report) => report.startsWith('failed'))).toEqual([]);
  });

  it('requests that type again later, although Helix answers "enabled"', async () => {
    const { subscriber, clock, reports, timesOf } = runSubscriber(({ type }, requestCount) => {
      if (type === 'channel.raid' && requestCount === 1) subscriber.revoke([keyOf(type)], false);
      return ENABLED;
    });
    await clock.advance(0);
    expect(reports).not.toContain('channel.raid is subscription');
    expect(reports.at(-1)).toBe('settled: null');
    await clock.advance(HOUR);
    expect(timesOf('channel.raid')).toEqual([0, 1800]);
    expect(reports).toContain('channel.raid is subscription');
    expect(clock.pending).toBe(0);
  });

  it('fails when no subscription is left', async () => {
    const { subscriber, clock, reports } = runSubscriber(({ type }) => {
      if (type === 'channel.raid')
        for (const { key } of VIEWER_PLAN) subscriber.revoke([key], false);
      return ENABLED;
    });
    await clock.advance(0);
    expect(reports.at(-1)).toBe('failed: nothing_allowed');
    expect(clock.pending).toBe(0);
  });
});

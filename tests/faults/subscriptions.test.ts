import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/domain/problem';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { VIEWER_PLAN } from '@/tests/support/running-session';
import { storeMeasurements } from './measurements';
import { pass, runOnHelix } from './session-on-helix';

const TYPES = VIEWER_PLAN.map(({ type }) => type);

const ERRORS: [status: number | null, reason: string, problem: Problem | null][] = [
  [400, 'condition user does not exist', null],
  [403, 'subscription missing proper authorization', null],
  [409, 'subscription already exists', 'twitch_down'],
  [429, 'number of websocket transports limit exceeded', 'too_many_connections'],
  [429, 'maximum subscriptions with type and condition exceeded', 'too_many_connections'],
  [429, 'total cost exceeded', 'over_budget'],
  [429, 'Too Many Requests', 'rate_limited'],
  [500, 'internal server error', 'twitch_down'],
  [503, 'service unavailable', 'twitch_down'],
  [null, 'The operation timed out', 'offline'],
  [null, 'Failed to fetch', 'offline'],
];

describe('a subscription that Twitch refuses with', () => {
  it.each(ERRORS)('%s "%s" affects no other, and succeeds later', async (...error) => {
    const [status, reason, problem] = error;
    for (const refused of TYPES) {
      const running = runOnHelix();
      running.refuse(({ type }) =>
        type === refused ? new HelixError(status, reason, null) : null,
      );
      await pass(running, 10 * MINUTE);
      const { subscribed, states, network, requestedAt } = running;
      expect(subscribed).toEqual(TYPES.filter((type) => type !== refused));
      const isChat = refused === 'channel.chat.notification';
      expect(states.at(-1)).toEqual({
        state: 'listening',
        problem: problem ?? (isChat ? 'chat_refused' : null),
      });
      expect(requestedAt.length).toBeLessThanOrEqual(TYPES.length + 6);
      running.refuse(() => null);
      await pass(running, 25 * MINUTE);
      expect(subscribed).toHaveLength(TYPES.length);
      expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
      expect(network.sockets).toHaveLength(1);
    }
  });
});

describe('a session whose subscriptions all fail with', () => {
  it.each<[number | null, string, leastMs: number, backWithinMs: number]>([
    [400, 'websocket transport session does not exist', SECOND / 2, 2 * MINUTE],
    [401, 'Invalid OAuth token', MINUTE, 5 * MINUTE],
    [403, 'subscription missing proper authorization', 30 * MINUTE, HOUR],
    [409, 'subscription already exists', SECOND / 2, 2 * MINUTE],
    [429, 'number of websocket transports limit exceeded', MINUTE, 5 * MINUTE],
    [429, 'total cost exceeded', MINUTE, 5 * MINUTE],
    [429, 'Too Many Requests', MINUTE, 5 * MINUTE],
    [503, 'service unavailable', SECOND / 2, 2 * MINUTE],
    [null, 'The operation timed out', SECOND / 2, 2 * MINUTE],
  ])('%s "%s" retries slowly, and listens as soon as it can', async (...scenario) => {
    const [status, reason, leastMs, backWithinMs] = scenario;
    const running = runOnHelix();
    const { states, network } = running;
    running.refuse(() => new HelixError(status, reason, null));
    await pass(running, 3 * HOUR);
    const retries = states.flatMap((now) => (now.state === 'waiting' ? [now.retryAt] : []));
    expect(network.mostOpen).toBe(1);
    expect(network.sockets.length).toBeLessThan(180);
    const [first = 0, second = 0] = retries;
    expect(second - first).toBeGreaterThanOrEqual(leastMs);
    running.refuse(() => null);
    await pass(running, backWithinMs + MINUTE);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    storeMeasurements('Sockets in three hours while all subscriptions fail with', {
      [`${status ?? 'no response'} ${reason}`]: network.sockets.length - 1,
    });
  });
});

describe('the fourth browser of an account', () => {
  it('reports the limit, retries after growing delays, and listens when another one stops', async () => {
    const running = runOnHelix();
    const { states, clock, requestedAt } = running;
    running.refuse(
      () => new HelixError(429, 'number of websocket transports limit exceeded', null),
    );
    await pass(running, HOUR);
    const attempts = [...new Set(requestedAt)];
    const delays = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(MINUTE);
    expect(delays[1]).toBeGreaterThan(delays[0] ?? 0);
    expect(states.at(-1)).toMatchObject({ problem: 'too_many_connections' });
    running.refuse(() => null);
    const from = clock.now();
    while (states.at(-1)?.state !== 'listening') await pass(running, SECOND);
    const backAfterMs = clock.now() - from;
    expect(backAfterMs).toBeLessThanOrEqual(5 * MINUTE);
    storeMeasurements('The fourth browser', {
      'attempts in an hour': attempts.length,
      'shortest delay in seconds': Math.min(...delays) / SECOND,
      'seconds until it listened after another one stopped': backAfterMs / SECOND,
    });
  });
});

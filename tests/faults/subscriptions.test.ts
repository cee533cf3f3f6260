import { describe, expect, it } from 'vitest';
import { receiving } from '@/lib/db/receiving';
import type { Problem } from '@/lib/domain/problem';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import type { PlannedSubscription } from '@/lib/twitch/eventsub/plan';
import { subscribe } from '@/lib/twitch/eventsub/subscribe';
import { HelixError } from '@/lib/twitch/helix-error';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { keepaliveFrame, revocationFrame, welcomeFrame } from '@/tests/support/frames';
import { prepareListener } from '@/tests/support/running-listener';
import { type RunningSession, runSession, VIEWER_PLAN } from '@/tests/support/running-session';
import { until } from '@/tests/support/until';
import { note } from './measurements';

const TYPES = VIEWER_PLAN.map(({ type }) => type);

type Refusing = (planned: PlannedSubscription) => HelixError | null;

/** A session whose subscriptions a small Helix makes, save what it is told to refuse. */
function runOnHelix() {
  const running = runSession(() => 0.5);
  const api = createFakeTwitchApi();
  let refusing: Refusing = () => null;
  const askedAt: number[] = [];
  running.answerWith((planned, sessionId) => {
    askedAt.push(running.clock.now());
    const createSubscription: typeof api.createSubscription = async (...request) => {
      const refusal = refusing(planned);
      if (refusal !== null) throw refusal;
      return await api.createSubscription(...request);
    };
    return subscribe({ ...api, createSubscription }, planned, sessionId);
  });
  return {
    ...running,
    askedAt,
    refuse: (next: Refusing) => {
      refusing = next;
    },
  };
}

/** Lets time pass at a Twitch that welcomes every socket and keeps it alive. */
async function pass({ network, clock }: RunningSession, ms: number): Promise<void> {
  const welcomed = new Set<unknown>();
  for (let passed = 0; passed < ms; passed += SECOND) {
    const socket = network.latest;
    if (!welcomed.has(socket)) {
      welcomed.add(socket);
      socket.deliver(welcomeFrame(`session-${network.sockets.length}`));
    }
    if (passed % (10 * SECOND) === 0) socket.deliver(keepaliveFrame());
    await clock.advance(SECOND);
  }
}

const ANSWERS: [status: number | null, reason: string, problem: Problem | null][] = [
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

describe('one subscription that Twitch answers with', () => {
  it.each(ANSWERS)('%s "%s" stops no other, and comes when it may', async (...answer) => {
    const [status, reason, problem] = answer;
    for (const refused of TYPES) {
      const running = runOnHelix();
      running.refuse(({ type }) =>
        type === refused ? new HelixError(status, reason, null) : null,
      );
      await pass(running, 10 * MINUTE);
      const { subscribed, states, network, askedAt } = running;
      expect(subscribed).toEqual(TYPES.filter((type) => type !== refused));
      const isChat = refused === 'channel.chat.notification';
      expect(states.at(-1)).toEqual({
        state: 'listening',
        problem: problem ?? (isChat ? 'chat_refused' : null),
      });
      expect(askedAt.length).toBeLessThanOrEqual(TYPES.length + 6);
      running.refuse(() => null);
      await pass(running, 25 * MINUTE);
      expect(subscribed).toHaveLength(TYPES.length);
      expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
      expect(network.sockets).toHaveLength(1);
    }
  });
});

describe('a Twitch that answers everything with', () => {
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
  ])('%s "%s" is asked calmly, and heard again by itself', async (...scene) => {
    const [status, reason, leastMs, backWithinMs] = scene;
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
    note('Sockets in three hours at a Twitch that answers all with', {
      [`${status ?? 'no answer'} ${reason}`]: network.sockets.length - 1,
    });
  });
});

describe('the fourth browser of one account', () => {
  it('is told so, waits a minute or more, ever longer, and gets the place that comes free', async () => {
    const running = runOnHelix();
    const { states, clock, askedAt } = running;
    running.refuse(
      () => new HelixError(429, 'number of websocket transports limit exceeded', null),
    );
    await pass(running, HOUR);
    const rounds = [...new Set(askedAt)];
    const pauses = rounds.slice(1).map((at, index) => at - (rounds[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(MINUTE);
    expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0);
    expect(states.at(-1)).toMatchObject({ problem: 'too_many_connections' });
    running.refuse(() => null);
    const from = clock.now();
    while (states.at(-1)?.state !== 'listening') await pass(running, SECOND);
    const backAfterMs = clock.now() - from;
    expect(backAfterMs).toBeLessThanOrEqual(5 * MINUTE);
    note('The fourth browser', {
      'tries in an hour': rounds.length,
      'shortest pause in seconds': Math.min(...pauses) / SECOND,
      'seconds until it had the place that came free': backAfterMs / SECOND,
    });
  });
});

const STATUSES = [
  'authorization_revoked',
  'user_removed',
  'version_removed',
  'moderator_removed',
  'chat_user_banned',
  'brand_new_reason',
  '__proto__',
];

describe('a revocation', () => {
  it.each(STATUSES)('for %s is shown, doubted, and costs nothing else', async (status) => {
    const listening = prepareListener();
    const { db, start, welcome, network, connections } = listening;
    await start();
    await welcome();
    network.latest.deliver(revocationFrame('channel.raid', status));
    await until(async () => {
      const types = (await receiving(db))?.types ?? [];
      const raid = types.find(({ type }) => type === 'channel.raid');
      expect(raid).toMatchObject({ state: 'revoked', reason: status });
      expect(types.filter(({ state }) => state === 'listening')).toHaveLength(TYPES.length - 1);
    });
    expect(listening.unauthorised).toBe(1);
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(network.openNow).toBe(1);
  });

  it('of chat says what is missing', async () => {
    const { start, welcome, network, connections } = prepareListener();
    await start();
    await welcome();
    network.latest.deliver(revocationFrame('channel.chat.notification', 'chat_user_banned'));
    expect(connections.at(-1)).toEqual({ state: 'listening', problem: 'chat_refused' });
  });

  it('of the last one ends the socket, and no loop of 4003 follows', async () => {
    const running = runOnHelix();
    const { states, network } = running;
    await pass(running, MINUTE);
    running.refuse(() => new HelixError(403, 'subscription missing proper authorization', null));
    for (const type of TYPES) network.latest.deliver(revocationFrame(type, 'user_removed'));
    expect(network.openNow).toBe(0);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'nothing_allowed' });
    await pass(running, 24 * HOUR);
    const sockets = network.sockets.length;
    expect(sockets).toBeLessThanOrEqual(49);
    running.refuse(() => null);
    await pass(running, HOUR);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    note('After the last subscription was revoked', { 'sockets in a day': sockets - 1 });
  });
});

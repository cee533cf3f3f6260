import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { keepaliveFrame, welcomeFrame } from '@/tests/support/builders/frames';
import { START } from '@/tests/support/fakes/fake-clock';
import { type RunningSession, runSession } from '@/tests/support/running/running-session';

/** Returns the seconds until the next attempt. */
function delayOf({ states, clock }: RunningSession): number {
  const last = states.at(-1);
  if (last?.state !== 'waiting') throw new Error(`The session is ${last?.state}.`);
  return (last.retryAt - clock.now()) / SECOND;
}

async function failAgain(running: RunningSession): Promise<number> {
  running.network.latest.closeWith(1006);
  const seconds = delayOf(running);
  await running.clock.advance(seconds * SECOND);
  return seconds;
}

describe('a session whose socket ends', () => {
  it.each([
    [1000, 'offline'],
    [1001, 'offline'],
    [1006, 'offline'],
    [4000, 'twitch_down'],
    [4002, 'twitch_down'],
    [4003, 'twitch_down'],
    [4004, 'twitch_down'],
    [4005, 'twitch_down'],
    [4006, 'twitch_down'],
    [4007, 'twitch_down'],
    [4999, 'twitch_down'],
  ])('connects and subscribes again after close code %i (%s)', async (code, problem) => {
    const { listen, network, clock, states, requested } = runSession();
    await listen();
    network.latest.closeWith(code);
    expect(states.at(-1)).toEqual({ state: 'waiting', problem, retryAt: START + SECOND });
    await clock.advance(SECOND);
    expect(network.sockets.map(({ url }) => url)).toEqual([
      'wss://eventsub.wss.twitch.tv/ws',
      'wss://eventsub.wss.twitch.tv/ws',
    ]);
    network.latest.deliver(welcomeFrame('session-2'));
    await clock.advance(0);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(requested.filter((type) => type === 'channel.raid')).toHaveLength(2);
  });

  it.each([
    ['is not welcomed', 15 * SECOND],
    ['is silent', 20 * SECOND],
  ])('closes a socket that %s before it opens the next', async (reason, afterMs) => {
    const { listen, network, clock, states } = runSession();
    if (reason === 'is silent') await listen();
    await clock.advance(afterMs);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'offline' });
    await clock.advance(SECOND);
    expect(network.sockets).toHaveLength(2);
    expect(network.mostOpen).toBe(1);
  });
});

describe('a session whose socket ends with 4001, because of an error of this extension', () => {
  it('waits at least a minute before it connects again', async () => {
    const { listen, network, clock } = runSession(() => 0);
    await listen();
    network.latest.closeWith(4001);
    await clock.advance(MINUTE - 1);
    expect(network.sockets).toHaveLength(1);
    await clock.advance(1);
    expect(network.sockets).toHaveLength(2);
  });
});

describe('the delays between attempts', () => {
  it('double, up to two minutes', async () => {
    const running = runSession(() => 1);
    const delays: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) delays.push(await failAgain(running));
    expect(delays).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120, 120]);
  });

  it('are random, but at least half as long', async () => {
    const running = runSession(() => 0);
    const delays: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) delays.push(await failAgain(running));
    expect(delays).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('stay at two minutes after a thousand failures', async () => {
    const running = runSession(() => 1);
    for (let attempt = 0; attempt < 1200; attempt += 1) await failAgain(running);
    expect(await failAgain(running)).toBe(120);
  });

  it('start over after more than a minute of listening, but not after less', async () => {
    const running = runSession(() => 1);
    for (let attempt = 0; attempt < 4; attempt += 1) await failAgain(running);
    await running.listen();
    for (let beat = 0; beat < 5; beat += 1) {
      await running.clock.advance(10 * SECOND);
      running.network.latest.deliver(keepaliveFrame());
    }
    expect(await failAgain(running)).toBe(16);
    await running.listen();
    for (let beat = 0; beat < 7; beat += 1) {
      await running.clock.advance(10 * SECOND);
      running.network.latest.deliver(keepaliveFrame());
    }
    expect(await failAgain(running)).toBe(1);
    await running.clock.advance(0);
    expect(await failAgain(running)).toBe(2);
    expect(await failAgain(running)).toBe(4);
  });
});

describe('a session while Twitch closes every socket for ten minutes', () => {
  it('makes a limited number of attempts, one socket at a time', async () => {
    const { clock, network } = runSession(() => 0.5);
    for (let second = 0; second < 600; second += 1) {
      if (network.openNow > 0) network.latest.closeWith(4000);
      await clock.advance(SECOND);
    }
    expect(network.mostOpen).toBe(1);
    expect(network.sockets.length).toBeGreaterThan(8);
    expect(network.sockets.length).toBeLessThan(20);
  });
});

describe('check', () => {
  it('makes an attempt that was due while the computer slept', async () => {
    const running = runSession();
    running.network.latest.closeWith(1006);
    running.clock.sleep(500);
    running.session.check();
    expect(running.network.sockets).toHaveLength(1);
    running.clock.sleep(500);
    running.session.check();
    expect(running.network.sockets).toHaveLength(2);
    await running.clock.advance(10 * SECOND);
    expect(running.network.sockets).toHaveLength(2);
  });

  it('ends a connection that was silent during sleep, and keeps one that was not', async () => {
    const { listen, session, network, clock, states } = runSession();
    await listen();
    clock.sleep(19 * SECOND);
    session.check();
    expect(network.openNow).toBe(1);
    clock.sleep(8 * HOUR);
    session.check();
    expect(network.openNow).toBe(0);
    expect(states.at(-1)).toMatchObject({ state: 'waiting', problem: 'offline' });
    await clock.advance(SECOND);
    expect(network.openNow).toBe(1);
  });
});

describe('hurry', () => {
  it('makes the next attempt at once, and only while one is scheduled', async () => {
    const running = runSession();
    for (let attempt = 0; attempt < 6; attempt += 1) await failAgain(running);
    running.network.latest.closeWith(1006);
    const before = running.network.sockets.length;
    running.session.hurry();
    running.session.hurry();
    await running.clock.advance(5 * SECOND);
    expect(running.network.sockets).toHaveLength(before + 1);
    await running.listen();
    running.session.hurry();
    expect(running.network.sockets).toHaveLength(before + 1);
    expect(running.network.mostOpen).toBe(1);
  });

  it('cancels the attempt that was scheduled', async () => {
    const { session, network, clock } = runSession();
    network.latest.closeWith(1006);
    session.hurry();
    network.latest.deliver(welcomeFrame());
    await clock.advance(MINUTE - 45 * SECOND);
    expect(network.sockets).toHaveLength(2);
  });
});

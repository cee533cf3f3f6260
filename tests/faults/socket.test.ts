import { describe, expect, expectTypeOf, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import type { Socket } from '@/lib/twitch/eventsub/socket/socket-connection';
import { createRandom } from '@/tests/simulator/random';
import { keepaliveFrame, reconnectFrame, welcomeFrame } from '@/tests/support/frames';
import { type RunningSession, raidFrame, runSession } from '@/tests/support/running-session';
import { howMany, note } from './figures';

const CLOSE_CODES = [1000, 1001, 1006, 4000, 4001, 4002, 4003, 4004, 4005, 4006, 4007];

/** Everything that can end a socket, or leave it dead. */
const ENDINGS: [string, (running: RunningSession) => Promise<void> | void][] = [
  ...CLOSE_CODES.map((code): [string, (running: RunningSession) => void] => [
    `close code ${code}`,
    ({ network }) => network.latest.closeWith(code),
  ]),
  ['a failing network, name or certificate', ({ network }) => network.latest.fail()],
  ['silence', async ({ clock }) => await clock.advance(20 * SECOND)],
  [
    'sleep, after which the socket only looks open',
    ({ clock, session }) => {
      clock.sleep(8 * 60 * MINUTE);
      session.check();
    },
  ],
];

describe('a session that listens', () => {
  it.each(ENDINGS)('comes back by itself after %s', async (what, end) => {
    const running = runSession();
    const { network, listen, states, received } = running;
    await listen();
    const first = network.latest;
    await end(running);
    expect(first.isClosed).toBe(true);
    expect(states.at(-1)).toMatchObject({ state: 'waiting' });
    const waitMs = await untilOpened(running);
    await listen();
    network.latest.deliver(raidFrame('again'));
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(received).toEqual(['again']);
    expect(network.mostOpen).toBe(1);
    note('Seconds until the next socket after', { [what]: waitMs / SECOND });
  });

  it.each(ENDINGS)('hears nothing of the old socket after %s', async (_what, end) => {
    const running = runSession();
    await running.listen();
    const first = running.network.latest;
    await end(running);
    const before = [...running.states];
    first.deliver(raidFrame('late'));
    first.deliver(reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=late'));
    first.closeWith(4000);
    first.fail();
    expect(running.states).toEqual(before);
    expect(running.received).toEqual([]);
    expect(running.network.openNow).toBe(0);
  });

  it('takes keepalives that come a fifth early or late for what they are', async () => {
    const { listen, network, clock } = runSession();
    const random = createRandom(7);
    const beats = howMany(10_000, 1000);
    await listen();
    for (let beat = 0; beat < beats; beat += 1) {
      await clock.advance(10 * SECOND * (0.8 + random.next() * 0.4));
      network.latest.deliver(keepaliveFrame());
    }
    const falseAlarms = network.sockets.length - 1;
    expect(falseAlarms).toBe(0);
    note('Keepalives with a jitter of ±20 %', { keepalives: beats, 'false alarms': falseAlarms });
  });

  it('can send nothing', () => {
    expectTypeOf<Socket>().not.toHaveProperty('send');
  });
});

/** Lets time pass until there is another socket; gives how long that was, in milliseconds. */
async function untilOpened({ network, clock }: RunningSession): Promise<number> {
  const { length } = network.sockets;
  const from = clock.now();
  while (network.sockets.length === length) await clock.advance(SECOND / 2);
  return clock.now() - from;
}

type Breaking = (running: RunningSession) => void;

const OUTAGES: [string, Breaking, Breaking][] = [
  [
    'closes at once',
    ({ network }) => {
      if (network.openNow > 0) network.latest.closeWith(4000);
    },
    () => {},
  ],
  ['welcomes nobody', () => {}, () => {}],
  [
    'can’t be reached',
    ({ network }) => {
      if (network.openNow > 0) network.latest.fail();
    },
    () => {},
  ],
  [
    'can’t even be asked, because the browser makes no socket',
    ({ network }) => network.refuse(true),
    ({ network }) => network.refuse(false),
  ],
];

describe('a Twitch that for ten minutes', () => {
  it.each(OUTAGES)('%s is asked seldom, and heard again after', async (what, hurt, heal) => {
    const running = runSession(() => 0.5);
    const { network, clock, states, session } = running;
    for (let second = 0; second < 600; second += 1) {
      hurt(running);
      await clock.advance(SECOND);
    }
    const tries = states.filter(({ state }) => state === 'connecting').length;
    expect(tries).toBeGreaterThan(6);
    expect(tries).toBeLessThan(20);
    heal(running);
    if (network.openNow === 0) await untilOpened(running);
    await running.listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(network.mostOpen).toBe(1);
    expect(network.openNow).toBe(1);
    session.stop();
    expect(clock.pending).toBe(0);
    note('Attempts in ten minutes at a Twitch that', { [what]: tries });
  });
});

describe('a session that can’t be begun', () => {
  it('is waited for while a welcome is late, and not for ever', async () => {
    const { network, clock, listen, states } = runSession();
    await clock.advance(14 * SECOND);
    await listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(network.sockets).toHaveLength(1);
  });

  it.each([0, -1, 1e15])('through a keepalive of %d seconds is one all the same', async (said) => {
    const { network, clock, states } = runSession();
    network.latest.deliver(welcomeFrame('session-1', said));
    for (let beat = 0; beat < 20; beat += 1) {
      await clock.advance(10 * SECOND);
      network.latest.deliver(keepaliveFrame());
    }
    expect(network.sockets).toHaveLength(1);
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    await clock.advance(20 * MINUTE);
    expect(network.sockets.at(0)?.isClosed).toBe(true);
  });
});

import { describe, expect, expectTypeOf, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import type { Socket } from '@/lib/twitch/eventsub/session/socket-connection';
import { createRandom } from '@/tests/simulator/core/random';
import { keepaliveFrame, reconnectFrame, welcomeFrame } from '@/tests/support/frames';
import { type RunningSession, raidFrame, runSession } from '@/tests/support/running-session';
import { repetitions, storeMeasurements } from './measurements';

const CLOSE_CODES = [1000, 1001, 1006, 4000, 4001, 4002, 4003, 4004, 4005, 4006, 4007];

/** The ways in which a socket can close, or be dead without closing. */
const ENDINGS: [string, (running: RunningSession) => Promise<void> | void][] = [
  ...CLOSE_CODES.map((code): [string, (running: RunningSession) => void] => [
    `close code ${code}`,
    ({ network }) => network.latest.closeWith(code),
  ]),
  ['a failed connection', ({ network }) => network.latest.fail()],
  ['silence', async ({ clock }) => await clock.advance(20 * SECOND)],
  [
    'a sleep, after which the socket only looks open',
    ({ clock, session }) => {
      clock.sleep(8 * 60 * MINUTE);
      session.check();
    },
  ],
];

describe('a listening session', () => {
  it.each(ENDINGS)('reconnects by itself after %s', async (name, end) => {
    const running = runSession();
    const { network, listen, states, heard } = running;
    await listen();
    const first = network.latest;
    await end(running);
    expect(first.isClosed).toBe(true);
    expect(states.at(-1)).toMatchObject({ state: 'waiting' });
    const waitMs = await passUntilNextSocket(running);
    await listen();
    network.latest.deliver(raidFrame('again'));
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(heard).toEqual(['again']);
    expect(network.mostOpen).toBe(1);
    storeMeasurements('Seconds until the next socket after', { [name]: waitMs / SECOND });
  });

  it.each(ENDINGS)('ignores the old socket after %s', async (_name, end) => {
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
    expect(running.heard).toEqual([]);
    expect(running.network.openNow).toBe(0);
  });

  it('accepts keepalives that arrive up to 20 % early or late', async () => {
    const { listen, network, clock } = runSession();
    const random = createRandom(7);
    const keepalives = repetitions({ long: 10_000, short: 1000 });
    await listen();
    for (let sent = 0; sent < keepalives; sent += 1) {
      await clock.advance(10 * SECOND * (0.8 + random.next() * 0.4));
      network.latest.deliver(keepaliveFrame());
    }
    const falseAlarms = network.sockets.length - 1;
    expect(falseAlarms).toBe(0);
    storeMeasurements('Keepalives with a jitter of ±20 %', {
      keepalives,
      'false alarms': falseAlarms,
    });
  });

  it('has a socket without a method to send frames', () => {
    expectTypeOf<Socket>().not.toHaveProperty('send');
  });
});

/** Lets time pass until the session opens another socket. Returns that time in milliseconds. */
async function passUntilNextSocket({ network, clock }: RunningSession): Promise<number> {
  const { length } = network.sockets;
  const from = clock.now();
  while (network.sockets.length === length) await clock.advance(SECOND / 2);
  return clock.now() - from;
}

type Change = (running: RunningSession) => void;

/** Outages: their name, what happens every second, and what happens at the end. */
const OUTAGES: [name: string, everySecond: Change, atTheEnd: Change][] = [
  [
    'closes every socket at once',
    ({ network }) => {
      if (network.openNow > 0) network.latest.closeWith(4000);
    },
    () => {},
  ],
  ['sends no welcome', () => {}, () => {}],
  [
    'cannot be reached',
    ({ network }) => {
      if (network.openNow > 0) network.latest.fail();
    },
    () => {},
  ],
  [
    'cannot be reached because the browser creates no socket',
    ({ network }) => network.refuse(true),
    ({ network }) => network.refuse(false),
  ],
];

describe('an outage of ten minutes', () => {
  it.each(OUTAGES)('in which Twitch %s causes few attempts', async (...outage) => {
    const [name, everySecond, atTheEnd] = outage;
    const running = runSession(() => 0.5);
    const { network, clock, states, session } = running;
    for (let second = 0; second < 600; second += 1) {
      everySecond(running);
      await clock.advance(SECOND);
    }
    const tries = states.filter(({ state }) => state === 'connecting').length;
    expect(tries).toBeGreaterThan(6);
    expect(tries).toBeLessThan(20);
    atTheEnd(running);
    if (network.openNow === 0) await passUntilNextSocket(running);
    await running.listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(network.mostOpen).toBe(1);
    expect(network.openNow).toBe(1);
    session.stop();
    expect(clock.pending).toBe(0);
    storeMeasurements('Attempts in ten minutes while Twitch', { [name]: tries });
  });
});

describe('a session that starts', () => {
  it('waits for a late welcome', async () => {
    const { network, clock, listen, states } = runSession();
    await clock.advance(14 * SECOND);
    await listen();
    expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
    expect(network.sockets).toHaveLength(1);
  });

  it.each([0, -1, 1e15])('listens despite an invalid keepalive of %d seconds', async (seconds) => {
    const { network, clock, states } = runSession();
    network.latest.deliver(welcomeFrame('session-1', seconds));
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

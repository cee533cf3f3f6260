import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { createRandom, type Random } from '@/tests/simulator/random';
import type { FakeSocket } from '@/tests/support/fake-socket';
import {
  keepaliveFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/frames';
import { ENABLED, later, REFUSED, raidFrame, runSession } from '@/tests/support/running-session';
import { howMany, note } from './figures';

const TICK_MS = 5 * SECOND;
const DAYS = howMany(100, 7);

const ANSWERS: readonly SubscriptionOutcome[] = [
  REFUSED,
  later('twitch_down'),
  later('offline'),
  later('over_budget'),
  later('too_many_connections'),
  { outcome: 'session_gone' },
  { outcome: 'unauthorized' },
];

type Running = ReturnType<typeof runSession>;

/** What may befall a session, each by its name. */
const BLOWS: Readonly<Record<string, (running: Running, random: Random) => void>> = {
  close: ({ network }, random) =>
    network.latest.closeWith(random.pick([1000, 1001, 1006, 4000, 4001, 4003, 4005, 4007])),
  fail: ({ network }) => network.latest.fail(),
  sleep: ({ clock, session }, random) => {
    clock.sleep(random.integer(1, 12 * HOUR));
    if (random.chance(0.5)) session.check();
  },
  'hand-over': ({ network }, random) => {
    const old = network.latest;
    old.deliver(reconnectFrame(`wss://cell-c.eventsub.wss.twitch.tv/ws?id=${random.uuid()}`));
    if (network.latest !== old && random.chance(0.5)) network.latest.fail();
  },
  revocation: ({ network }, random) =>
    network.latest.deliver(
      revocationFrame(random.pick(['channel.raid', 'stream.online', 'channel.update']), 'banned'),
    ),
  garbage: ({ network }, random) => network.latest.deliver(random.opaque(50)),
  hurry: ({ session }) => session.hurry(),
  check: ({ session }) => session.check(),
};

it(`${DAYS} days of everything going wrong leave nothing behind`, {
  timeout: 170_000,
}, async () => {
  const random = createRandom(42);
  const running = runSession(() => random.next());
  const { session, network, clock, states, answerWith } = running;
  const welcomed = new WeakSet<FakeSocket>();
  let outage: 'none' | 'mute' | 'no sockets' = 'none';
  let blows = 0;
  let mostTimers = 0;

  function serve(): void {
    for (const socket of network.sockets.slice(-3)) {
      if (outage === 'mute') continue;
      socket.deliver(welcomed.has(socket) ? keepaliveFrame() : welcomeFrame());
      welcomed.add(socket);
    }
  }

  async function live(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += TICK_MS) {
      serve();
      await clock.advance(TICK_MS);
      mostTimers = Math.max(mostTimers, clock.pending);
    }
  }

  const names = Object.keys(BLOWS);
  const start = clock.now();
  while (clock.now() - start < DAYS * DAY) {
    const calm = random.chance(0.7);
    outage = random.pick(['none', 'none', 'none', 'mute', 'no sockets']);
    network.refuse(outage === 'no sockets');
    answerWith(() => (calm ? ENABLED : random.pick([ENABLED, ...ANSWERS])));
    for (let blow = random.integer(1, 5); blow > 0; blow -= 1) {
      blows += 1;
      BLOWS[random.pick(names)]?.(running, random);
      await live(random.integer(0, 2 * MINUTE));
      expect(network.openNow).toBeLessThanOrEqual(2);
    }
    await live(random.integer(0, 10 * MINUTE));
  }

  const attempts = network.sockets.length;
  expect(attempts).toBeLessThan(DAYS * 24 * 60 * 2);
  expect(network.mostOpen).toBeLessThanOrEqual(2);

  outage = 'none';
  network.refuse(false);
  answerWith(() => ENABLED);
  await live(2 * HOUR);
  expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  network.latest.deliver(raidFrame('still here'));
  expect(running.received).toEqual(['still here']);

  session.stop();
  expect(network.openNow).toBe(0);
  expect(clock.pending).toBe(0);
  const told = states.length;
  await live(HOUR);
  expect(states).toHaveLength(told);
  note('Days of everything going wrong', {
    days: DAYS,
    'things that went wrong': blows,
    'sockets opened': attempts,
    'sockets open at once, at most': network.mostOpen,
    'timers waiting at once, at most': mostTimers,
    'timers and sockets left after the stop': clock.pending + network.openNow,
  });
});

it('a session that nothing befalls grows by nothing', async () => {
  const running = runSession();
  const { network, clock, listen, session, states } = running;
  await listen();
  const told = states.length;
  const timers = clock.pending;
  const beats = howMany(60_480, 8640);
  for (let beat = 0; beat < beats; beat += 1) {
    network.latest.deliver(keepaliveFrame());
    await clock.advance(10 * SECOND);
  }
  expect(clock.pending).toBe(timers);
  expect(states).toHaveLength(told);
  expect(network.sockets).toHaveLength(1);
  session.stop();
  expect(clock.pending).toBe(0);
});

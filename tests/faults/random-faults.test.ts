import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { CHAT_NOTICES } from '@/lib/twitch/eventsub/subscriptions/plan';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { SEVERAL } from '@/tests/simulator/scenario/several';
import {
  keepaliveFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/builders/frames';
import type { FakeSocket } from '@/tests/support/fakes/fake-socket';
import {
  ENABLED,
  later,
  REFUSED,
  raidFrame,
  runSession,
} from '@/tests/support/running/running-session';
import { repetitions, storeMeasurements } from './measurements';
import { PLAN_OF_SEVERAL } from './session-on-helix';

const TICK_MS = 5 * SECOND;
const DAYS = repetitions({ long: 100, short: 7 });

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

/** The faults that can hit a session, by name. */
const FAULTS: Readonly<Record<string, (running: Running, random: Random) => void>> = {
  close: ({ network }, random) =>
    network.latest.closeWith(random.pick([1000, 1001, 1006, 4000, 4001, 4003, 4005, 4007])),
  fail: ({ network }) => network.latest.fail(),
  sleep: ({ clock, session }, random) => {
    clock.sleep(random.integer(1, 12 * HOUR));
    if (random.chance(0.5)) session.check();
  },
  'session reconnect': ({ network }, random) => {
    const old = network.latest;
    old.deliver(reconnectFrame(`wss://cell-c.eventsub.wss.twitch.tv/ws?id=${random.uuid()}`));
    if (network.latest !== old && random.chance(0.5)) network.latest.fail();
  },
  revocation: ({ network }, random) =>
    network.latest.deliver(
      revocationFrame(
        random.pick([CHAT_NOTICES, 'channel.raid', 'stream.online', 'channel.update']),
        'banned',
      ),
    ),
  garbage: ({ network }, random) => network.latest.deliver(random.opaque(50)),
  hurry: ({ session }) => session.hurry(),
  check: ({ session }) => session.check(),
};

type Outage = 'none' | 'mute' | 'no sockets';

/** Creates a Twitch that answers while time passes, unless there is an outage. */
function createTwitch({ network, clock }: Running) {
  const welcomed = new WeakSet<FakeSocket>();
  let outage: Outage = 'none';
  let mostTimers = 0;

  /** Sends what Twitch would send now: a welcome to a new socket, a keepalive to others. */
  function serve(): void {
    for (const socket of network.sockets.slice(-3)) {
      if (outage === 'mute') continue;
      socket.deliver(welcomed.has(socket) ? keepaliveFrame() : welcomeFrame());
      welcomed.add(socket);
    }
  }

  return {
    setOutage: (next: Outage) => {
      outage = next;
      network.refuse(outage === 'no sockets');
    },
    pass: async (ms: number) => {
      for (let passed = 0; passed < ms; passed += TICK_MS) {
        serve();
        await clock.advance(TICK_MS);
        mostTimers = Math.max(mostTimers, clock.pending);
      }
    },
    get mostTimers() {
      return mostTimers;
    },
  };
}

it(`a session listens again after ${DAYS} days of random faults, and leaves nothing behind`, {
  timeout: 170_000,
}, async () => {
  const random = createRandom(42);
  const running = runSession(() => random.next(), { plan: PLAN_OF_SEVERAL });
  const { session, network, clock, states, answerWith } = running;
  const twitch = createTwitch(running);
  const names = Object.keys(FAULTS);
  let faults = 0;
  const start = clock.now();
  while (clock.now() - start < DAYS * DAY) {
    const calm = random.chance(0.7);
    twitch.setOutage(random.pick(['none', 'none', 'none', 'mute', 'no sockets']));
    answerWith(() => (calm ? ENABLED : random.pick([ENABLED, ...ANSWERS])));
    for (let left = random.integer(1, 5); left > 0; left -= 1) {
      faults += 1;
      FAULTS[random.pick(names)]?.(running, random);
      await twitch.pass(random.integer(0, 2 * MINUTE));
      expect(network.openNow).toBeLessThanOrEqual(2);
    }
    await twitch.pass(random.integer(0, 10 * MINUTE));
  }

  const attempts = network.sockets.length;
  expect(attempts).toBeLessThan(DAYS * 24 * 60 * 2);
  expect(network.mostOpen).toBeLessThanOrEqual(2);

  twitch.setOutage('none');
  answerWith(() => ENABLED);
  await twitch.pass(2 * HOUR);
  expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  network.latest.deliver(raidFrame('still here'));
  expect(running.received).toEqual(['still here']);

  session.stop();
  expect(network.openNow).toBe(0);
  expect(clock.pending).toBe(0);
  const reports = states.length;
  await twitch.pass(HOUR);
  expect(states).toHaveLength(reports);
  storeMeasurements('Days of random faults', {
    days: DAYS,
    streamers: SEVERAL.length,
    faults,
    'sockets opened': attempts,
    'sockets open at once, at most': network.mostOpen,
    'timers waiting at once, at most': twitch.mostTimers,
    'timers and sockets left after the stop': clock.pending + network.openNow,
  });
});

it('a session without faults starts no further timers, sockets or reports', async () => {
  const running = runSession();
  const { network, clock, listen, session, states } = running;
  await listen();
  const reports = states.length;
  const timers = clock.pending;
  const keepalives = repetitions({ long: 60_480, short: 8640 });
  for (let sent = 0; sent < keepalives; sent += 1) {
    network.latest.deliver(keepaliveFrame());
    await clock.advance(10 * SECOND);
  }
  expect(clock.pending).toBe(timers);
  expect(states).toHaveLength(reports);
  expect(network.sockets).toHaveLength(1);
  session.stop();
  expect(clock.pending).toBe(0);
});

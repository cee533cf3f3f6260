import { setTimeout as wait } from 'node:timers/promises';
import { repetitions, storeMeasurements } from '../../faults/measurements.ts';
import { createRandom, type Random } from '../../simulator/core/random.ts';
import type { SentEvent } from '../../simulator/core/sent-log.ts';
import { countedEvents, readTable } from '../support/database.ts';
import { expect, test, type World } from '../support/fixtures.ts';
import { closePopup, openChannel, openPopup } from '../support/steps.ts';
import { sessionIds } from '../support/twitch.ts';
import { killWorker } from '../support/worker.ts';
import { auditEach, gapsOf, measurementsOf } from './audit.ts';
import { startFlood } from './flood.ts';
import { listenToAll, OTHERS, STREAMERS } from './streamers.ts';
import { untilAllStored, untilListening } from './waiting.ts';

const KILLS = repetitions({ long: 50, short: 6 });
/** The first kills, after which nothing but the alarm restarts the worker. */
const KILLS_WITH_ALARM_ONLY = repetitions({ long: 5, short: 1 });
/** Before this one of every ten kills, the worker has time to store that it listens. */
const KILL_AFTER_A_PAUSE = 9;

const SECOND = 1000;

/** Restarts the worker as users do without noticing: by a visit to Twitch, or by the popup. */
async function visit(world: World, random: Random): Promise<void> {
  if (random.chance(0.5)) {
    // The page of nobody in the list, because the panel there sends more messages to the worker.
    const channel = await openChannel(world, 'lanternkeeper');
    await channel.close();
  } else {
    await openPopup(world);
    await closePopup(world);
  }
}

interface Kill {
  at: number;
  /** The time when the extension had all its subscriptions again. */
  until: number;
}

/** Kills the worker, and waits until another one listens. `visit` or the alarm starts it. */
async function killAndWait(world: World, visit: (() => Promise<void>) | null): Promise<Kill> {
  const before = await sessionIds(world);
  await killWorker(world);
  const at = Date.now();
  await visit?.();
  await untilListening(world, before, visit === null ? 35 * SECOND : 10 * SECOND, OTHERS);
  return { at, until: Date.now() };
}

/** Returns the events that a worker was sent but did not store, except in its last second. */
function lostWhileListening(
  sent: readonly SentEvent[],
  stored: Set<unknown>,
  kills: readonly Kill[],
) {
  return sent
    .filter(({ message_ids }) => message_ids.length > 0)
    .filter(({ message_ids }) => !message_ids.some((id) => stored.has(id)))
    .filter(({ at: sentAt }) => !kills.some(({ at }) => sentAt <= at && at - sentAt < SECOND));
}

// Every kill joins all chat rooms again, more often than Twitch allows.
test.use({ timings: { maxJoins: 10_000 } });

const KILLED = `a worker that is killed ${KILLS} times stores every event or leaves it in a gap`;

test(KILLED, { tag: '@waits' }, async ({ world }) => {
  test.setTimeout((KILLS_WITH_ALARM_ONLY * 40 + KILLS * 8 + 60) * SECOND);
  const random = createRandom(4);
  await listenToAll(world);
  await closePopup(world);
  const flood = startFlood(world.admin, 25, STREAMERS);
  const kills: Kill[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Each kill hits another moment.
    const pauseMs = kill % 10 === KILL_AFTER_A_PAUSE ? 10 * SECOND : 0;
    await wait(random.integer(50, 1500) + pauseMs);
    const isAlarmOnly = kill < KILLS_WITH_ALARM_ONLY;
    kills.push(await killAndWait(world, isAlarmOnly ? null : () => visit(world, random)));
  }
  await wait(SECOND);
  await flood.stop();

  const events = await untilAllStored(world);
  const sent = await world.admin.listSent(0);
  const gaps = await readTable(world, 'gaps');
  const results = auditEach({ sent, events, gaps }, STREAMERS);
  const returns = kills.map(({ at, until }) => until - at);
  storeMeasurements(test.info().title, {
    kills: KILLS,
    'slowest return by the alarm alone, ms': Math.max(...returns.slice(0, KILLS_WITH_ALARM_ONLY)),
    'slowest return by a visit, ms': Math.max(...returns.slice(KILLS_WITH_ALARM_ONLY)),
    ...measurementsOf(results),
  });
  for (const result of results) {
    expect(result).toMatchObject({ lost: [], duplicates: [], overlapping: 0 });
    expect(result.gaps).toBeLessThanOrEqual(KILLS);
  }
  expect(lostWhileListening(sent, new Set(events.map(({ id }) => id)), kills)).toEqual([]);
  for (const { at } of kills) {
    for (const { id } of STREAMERS) {
      const around = gapsOf(gaps, id).filter(({ from, until }) => from <= at && at <= until);
      expect(around).toHaveLength(1);
    }
  }
  expect(await countedEvents(world)).toBe(events.length);
});

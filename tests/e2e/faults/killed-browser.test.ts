import { setTimeout as wait } from 'node:timers/promises';
import { openDatabasePage, readTable as readRecords } from '../../../tools/browser/database.ts';
import { repetitions, storeMeasurements } from '../../faults/measurements.ts';
import { createRandom } from '../../simulator/core/random.ts';
import { countedEvents, readTable } from '../support/database.ts';
import { expect, test, type World } from '../support/fixtures.ts';
import { sessionIds } from '../support/twitch.ts';
import { auditEach, measurementsOf } from './audit.ts';
import { startFlood } from './flood.ts';
import { listenToAll, OTHERS, STREAMERS } from './streamers.ts';
import { untilAllStored, untilListening } from './waiting.ts';

const KILLS = repetitions({ long: 20, short: 3 });
const SECOND = 1000;

/** Returns the id of the browser's main process. */
async function browserProcessId({ browser: { context } }: World): Promise<number> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  const result = await devtools?.send('SystemInfo.getProcessInfo');
  const main = result?.processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not report its main process.');
  return main.id;
}

/**
 * Kills all processes of the browser at once while it writes. Returns the ids of the events that were
 * committed shortly before.
 */
async function killWhileWriting(world: World, afterMs: number): Promise<unknown[]> {
  const { context, origin } = world.browser;
  const pid = await browserProcessId(world);
  const page = await openDatabasePage(context, origin);
  await wait(afterMs);
  const committed = (await readRecords(page, 'events')).map(({ id }) => id);
  const closed = context.waitForEvent('close');
  // A negative number means the whole process group. Windows has no process groups.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  await closed;
  return committed;
}

// Every kill joins all chat rooms again, more often than Twitch allows.
test.use({ timings: { maxJoins: 10_000 } });

test(`a browser that is killed ${KILLS} times while it writes keeps all committed events`, async ({
  world,
}) => {
  test.setTimeout((KILLS * 20 + 60) * SECOND);
  const random = createRandom(5);
  await listenToAll(world);
  const flood = startFlood(world.admin, 10, STREAMERS);
  const committed = new Set<unknown>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await sessionIds(world);
    // Each kill hits another moment.
    for (const id of await killWhileWriting(world, random.integer(200, 1500))) committed.add(id);
    await world.restart();
    await untilListening(world, before, 30 * SECOND, OTHERS);
  }
  await wait(SECOND);
  await flood.stop();

  const events = await untilAllStored(world);
  const stored = new Set(events.map(({ id }) => id));
  const sent = await world.admin.listSent(0);
  const gaps = await readTable(world, 'gaps');
  const results = auditEach({ sent, events, gaps }, STREAMERS);
  const gone = [...committed].filter((id) => !stored.has(id));
  storeMeasurements(test.info().title, {
    kills: KILLS,
    'events seen as committed before a kill': committed.size,
    'of these, events gone': gone.length,
    ...measurementsOf(results),
  });
  expect(committed.size).toBeGreaterThan(KILLS);
  expect(gone).toEqual([]);
  for (const result of results) {
    expect(result).toMatchObject({ lost: [], duplicates: [], overlapping: 0 });
    expect(result.gaps).toBeLessThanOrEqual(KILLS);
  }
  expect(await countedEvents(world)).toBe(events.length);
});

import { setTimeout as wait } from 'node:timers/promises';
import { openLog, readTable as readRecords } from '../../../tools/log.ts';
import { howMany, note } from '../../faults/figures.ts';
import { createRandom } from '../../simulator/core/random.ts';
import { expect, listenTo, readTable, test, type World } from '../chrome/fixtures.ts';
import { audit } from './audit.ts';
import { startFlood } from './flood.ts';
import { countedEvents, sessionIds, untilAllStored, untilListening } from './listening.ts';

const KILLS = howMany(20, 3);
const SECOND = 1000;

/** The number of the process that all others of the browser belong to. */
async function processOf({ browser: { context } }: World): Promise<number> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  const answer = await devtools?.send('SystemInfo.getProcessInfo');
  const main = answer?.processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not say which process it is.');
  return main.id;
}

/**
 * Kills the browser while it writes, from one moment to the next and all of it at once. Gives the ids
 * of the events that were committed shortly before.
 */
async function killWhileWriting(world: World, afterMs: number): Promise<unknown[]> {
  const { context, origin } = world.browser;
  const pid = await processOf(world);
  const log = await openLog(context, origin);
  await wait(afterMs);
  const committed = (await readRecords(log, 'events')).map(({ id }) => id);
  const closed = context.waitForEvent('close');
  // A negative number is the whole group of processes, which Windows does not know.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  await closed;
  return committed;
}

test(`a browser killed ${KILLS} times while it writes keeps all that was committed`, async ({
  world,
}) => {
  test.setTimeout((KILLS * 20 + 60) * SECOND);
  const random = createRandom(5);
  await listenTo(world, 'demo_streamer');
  const flood = startFlood(world.admin, 10);
  const committed = new Set<unknown>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await sessionIds(world);
    // Any moment will do, as long as it is not always the same one.
    for (const id of await killWhileWriting(world, random.integer(200, 1500))) committed.add(id);
    await world.restart();
    await untilListening(world, before, 30 * SECOND);
  }
  await wait(SECOND);
  await flood.stop();

  const events = await untilAllStored(world);
  const stored = new Set(events.map(({ id }) => id));
  const found = audit(await world.admin.sentAfter(0), events, await readTable(world, 'gaps'));
  const gone = [...committed].filter((id) => !stored.has(id));
  note(test.info().title, {
    kills: KILLS,
    'events seen as committed before a kill': committed.size,
    'of those gone': gone.length,
    'events sent': found.sent,
    'events stored': found.stored,
    'events told as missing': found.inGaps,
    'events lost': found.lost.length,
    'events twice': found.twice.length,
    gaps: found.gaps,
  });
  expect(committed.size).toBeGreaterThan(KILLS);
  expect(gone).toEqual([]);
  expect(found).toMatchObject({ lost: [], twice: [], overlapping: 0 });
  expect(found.gaps).toBeLessThanOrEqual(KILLS);
  expect(await countedEvents(world)).toBe(events.length);
});

import { setTimeout as wait } from 'node:timers/promises';
import { howMany, note } from '../../faults/figures.ts';
import { createRandom, type Random } from '../../simulator/core/random.ts';
import type { Sent } from '../../simulator/core/sent-log.ts';
import {
  expect,
  killWorker,
  listenTo,
  openChannel,
  readTable,
  test,
  type World,
} from '../chrome/fixtures.ts';
import { audit } from './audit.ts';
import { startFlood } from './flood.ts';
import { countedEvents, sessionIds, untilAllStored, untilListening } from './listening.ts';

const KILLS = howMany(50, 6);
const BY_ALARM_ALONE = howMany(5, 1);
/** At this kill, and at each tenth after it, the worker had the time to note that it listens. */
const NOTED = 9;

const SECOND = 1000;

/** Wakes the worker as a user does without knowing: by a visit to Twitch, or by the popup. */
async function visit(world: World, random: Random): Promise<void> {
  const { page, origin } = world.browser;
  if (random.chance(0.5)) {
    // Not the favorite's own page, on which the panel stands open and has more to say.
    const channel = await openChannel(world, 'other_streamer');
    await channel.close();
  } else {
    await page.goto(`${origin}/popup.html`);
    await page.goto('about:blank');
  }
}

interface Kill {
  at: number;
  /** When all was listened to again. */
  until: number;
}

/** Kills the worker and waits until another one listens, woken by a visit or by its alarm alone. */
async function killAndReturn(world: World, wake: (() => Promise<void>) | null): Promise<Kill> {
  const before = await sessionIds(world);
  await killWorker(world);
  const at = Date.now();
  await wake?.();
  await untilListening(world, before, wake === null ? 35 * SECOND : 10 * SECOND);
  return { at, until: Date.now() };
}

/** What was sent to a worker and is not in the log, though that worker was not just about to die. */
function lostWhileListening(sent: readonly Sent[], stored: Set<unknown>, kills: readonly Kill[]) {
  return sent
    .filter(({ message_ids }) => message_ids.length > 0)
    .filter(({ message_ids }) => !message_ids.some((id) => stored.has(id)))
    .filter(({ at: sentAt }) => !kills.some(({ at }) => sentAt <= at && at - sentAt < SECOND));
}

test(`a worker killed ${KILLS} times in a flood: all is stored, or told as missing`, async ({
  world,
}) => {
  test.setTimeout((BY_ALARM_ALONE * 40 + KILLS * 8 + 60) * SECOND);
  const random = createRandom(4);
  await listenTo(world, 'demo_streamer');
  await world.browser.page.goto('about:blank');
  const flood = startFlood(world.admin, 25);
  const kills: Kill[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Any moment will do, as long as it is not always the same one.
    await wait(random.integer(50, 1500) + (kill % 10 === NOTED ? 10 * SECOND : 0));
    const isAlarmAlone = kill < BY_ALARM_ALONE;
    kills.push(await killAndReturn(world, isAlarmAlone ? null : () => visit(world, random)));
  }
  await wait(SECOND);
  await flood.stop();

  const events = await untilAllStored(world);
  const sent = await world.admin.sentAfter(0);
  const gaps = await readTable(world, 'gaps');
  const found = audit(sent, events, gaps);
  const returns = kills.map(({ at, until }) => until - at);
  note(test.info().title, {
    kills: KILLS,
    'slowest return by the alarm alone, ms': Math.max(...returns.slice(0, BY_ALARM_ALONE)),
    'slowest return by a visit, ms': Math.max(...returns.slice(BY_ALARM_ALONE)),
    'events sent': found.sent,
    'events stored': found.stored,
    'events told as missing': found.inGaps,
    'events lost': found.lost.length,
    'events twice': found.twice.length,
    gaps: found.gaps,
  });
  expect(found).toMatchObject({ lost: [], twice: [], overlapping: 0 });
  expect(found.gaps).toBeLessThanOrEqual(KILLS);
  expect(lostWhileListening(sent, new Set(events.map(({ id }) => id)), kills)).toEqual([]);
  for (const { at } of kills) {
    const around = gaps.filter((gap) => Number(gap['from']) <= at && at <= Number(gap['until']));
    expect(around).toHaveLength(1);
  }
  expect(await countedEvents(world)).toBe(events.length);
});

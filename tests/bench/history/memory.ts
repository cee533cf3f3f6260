import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { extensionOrigin } from '../../../tools/browser/chromium.ts';
import { openDatabasePage, readCounts } from '../../../tools/browser/database.ts';
import { measurePage, measureWorker } from '../../../tools/browser/memory.ts';
import { chooseFavorite, enterClientId, signIn } from '../../../tools/browser/steps.ts';
import { expectationOf, rolesOf } from '../../../tools/soak/expectation.ts';
import { streamerOf } from '../../simulator/core/sent-log.ts';
import { STREAMER } from '../../simulator/world/people/accounts.ts';
import type { Benchmark } from '../core/benchmark.ts';
import { type World, withWorld } from '../core/browser.ts';
import { atMost, atMostMore, type Figure } from '../core/figure.ts';
import { type EveningFrame, eveningFrames } from './frames.ts';

const ROLES = rolesOf([STREAMER]);

/** Returns true for a frame whose event the extension of a viewer stores. */
function isStored({ type, event }: EveningFrame): boolean {
  return expectationOf({ type, event, streamer_id: streamerOf(event) }, ROLES) === 'stored';
}

const FEW = 1_000;
const MANY = 100_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The events are not so old that the retention deletes them. */
const DAYS = 100;
/** Fewer than the recorder holds while it cannot write. */
const AT_ONCE = 2_000;
/** Requests to the simulator at the same time. */
const PARALLEL = 20;
/** The time after the last event in which the panel and its page become quiet. */
const SETTLES_IN_MS = 3_000;
const LOST_AFTER_MS = 60_000;

/** What is in memory, one value per measurement. */
interface Sample {
  workerMB: number;
  pageMB: number;
  nodes: number;
  rows: number;
}

/** The extension at work, with the panel on the page of the favorite. */
interface Running extends World {
  origin: string;
  panel: Page;
  database: Page;
}

async function listen(world: World): Promise<Running> {
  const { context } = world;
  const page = context.pages()[0] ?? (await context.newPage());
  const origin = await extensionOrigin(context);
  await enterClientId(page, origin, 'bench-client');
  await page.goto(`${origin}/popup.html`);
  await signIn(page);
  await chooseFavorite(page, 'demo_streamer');
  await page.getByRole('status').getByText('Listening for events').waitFor();
  const database = await openDatabasePage(context, origin);
  await page.goto('https://www.twitch.tv/demo_streamer');
  await page.getByRole('region', { name: 'Live events' }).waitFor();
  await page.bringToFront();
  return { ...world, origin, panel: page, database };
}

async function storedEvents({ database }: Running): Promise<number> {
  return (await readCounts(database)).reduce((sum, { count }) => sum + count, 0);
}

/** Sends events until so many are stored in all, never more at once than the recorder can hold. */
async function record(running: Running, frames: Iterator<string>, total: number): Promise<void> {
  let sent = await storedEvents(running);
  let progressedAt = Date.now();
  for (let stored = sent; stored < total; ) {
    while (sent < Math.min(total, stored + AT_ONCE)) {
      const texts = Array.from({ length: PARALLEL }, () => String(frames.next().value));
      await Promise.all(texts.map((text) => running.admin.sendFrame(text)));
      sent += texts.length;
    }
    const now = await storedEvents(running);
    if (now > stored) progressedAt = Date.now();
    else if (Date.now() - progressedAt > LOST_AFTER_MS) throw new Error(`Stuck at ${stored}.`);
    stored = now;
  }
}

/** Measures so many times, once everything is quiet. */
async function takeSamples(running: Running, count: number): Promise<Sample[]> {
  await wait(SETTLES_IN_MS);
  const browser = running.context.browser();
  if (browser === null) throw new Error('Playwright has no handle of the browser.');
  const samples: Sample[] = [];
  for (let sample = 0; sample < count; sample += 1) {
    const worker = await measureWorker(browser, running.origin);
    const { heapBytes, nodes, rows } = await measurePage(running.panel);
    samples.push({ workerMB: worker.heapBytes / 1e6, pageMB: heapBytes / 1e6, nodes, rows });
  }
  return samples;
}

function figuresOf(few: readonly Sample[], many: readonly Sample[]): Figure[] {
  const growing = (what: string, unit: string, of: (sample: Sample) => number): Figure => ({
    what: `${what} after ${MANY} events`,
    unit,
    values: many.map(of),
    baseline: { what: `after ${FEW} events`, values: few.map(of) },
  });
  return [
    { ...growing('worker, heap', 'MB', ({ workerMB }) => workerMB), reach: atMostMore(10, 'MB') },
    { ...growing('panel page, heap', 'MB', ({ pageMB }) => pageMB), reach: atMostMore(2, 'MB') },
    growing('panel page, DOM nodes', 'nodes', ({ nodes }) => nodes),
    { ...growing('panel, rows', 'rows', ({ rows }) => rows), reach: atMost(10, 'rows') },
  ];
}

/** Whether memory grows with the number of events. It plays them once, in whatever many rounds. */
export const memory: Benchmark = {
  name: 'memory',
  what: `memory of the worker and of a page with the panel, over ${MANY} events`,
  run: async ({ rounds, progress }) =>
    await withWorld({}, async (world) => {
      const running = await listen(world);
      const frames = eveningFrames(1, { first: Date.now() - DAYS * DAY, every: 3 * HOUR })
        .filter(isStored)
        .map(({ text }) => text);
      progress(`recording ${FEW} events …`);
      await record(running, frames, FEW);
      const few = await takeSamples(running, rounds);
      for (let total = MANY / 10; total <= MANY; total += MANY / 10) {
        progress(`recording ${total} events …`);
        await record(running, frames, total);
      }
      return figuresOf(few, await takeSamples(running, rounds));
    }),
};

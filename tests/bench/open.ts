import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import type { Benchmark, BenchmarkOptions } from './core/benchmark.ts';
import { STORE_BUILD, type World, withWorld } from './core/browser.ts';
import { withEmptyExtension } from './core/empty-extension.ts';
import { atMost, atMostMore, type Figure } from './core/figure.ts';
import { FAVORITE, listen } from './core/listening-world.ts';
import { seedDatabase, untilIndexed } from './core/seed-database.ts';

const EVENTS = 1_000_000;
const DAYS = 1095;

/** What it costs to open a page, in milliseconds. */
interface Opening {
  /** From the start of the navigation until the first row is painted. */
  painted: number;
  /** Until {@link SETTLES_IN_MS} after the load. */
  script: number;
  task: number;
}

/** What a page does in this time belongs to its opening: longer than anything takes that it starts. */
const SETTLES_IN_MS = 1500;

type WithPaint = typeof globalThis & { benchmarkPaintedAt?: number };

/** Runs in the page before everything else: notes when the first row is painted. */
function notePaint(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[data-event-id]') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      // The frame is painted at the end of this task, so the next task is after it.
      setTimeout(() => {
        (globalThis as WithPaint).benchmarkPaintedAt = performance.now();
      });
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Opens a page of an extension in a new tab and closes it again. */
async function openOnce(context: BrowserContext, url: string): Promise<Opening> {
  const page = await context.newPage();
  // The tab is in the process of the extension before the clock starts, as a popup is while the
  // background runs. Else the counters below would begin anew.
  await page.goto(new URL('/manifest.json', url).href);
  await page.addInitScript(notePaint);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const seconds = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await seconds();
  await page.goto(url);
  await wait(SETTLES_IN_MS);
  // Only then: whatever Playwright looks for on a page, it brings a large script of its own.
  const after = await seconds();
  const painted = await page.evaluate(() => (globalThis as WithPaint).benchmarkPaintedAt);
  if (painted === undefined) throw new Error(`${url} shows no row.`);
  await page.close();
  const spent = (name: string) => 1000 * ((after.get(name) ?? NaN) - (before.get(name) ?? NaN));
  return { painted, script: spent('ScriptDuration'), task: spent('TaskDuration') };
}

type Screen = 'popup' | 'history' | 'empty';

function figuresOf(openings: Readonly<Record<Screen, readonly Opening[]>>): Figure[] {
  const figure = (what: string, screen: Screen, name: keyof Opening) => ({
    what,
    unit: 'ms',
    values: openings[screen].map((opening) => opening[name]),
    baseline: { what: 'an empty page', values: openings.empty.map((opening) => opening[name]) },
  });
  return [
    { ...figure('popup opens: rows on screen', 'popup', 'painted'), reach: atMostMore(80, 'ms') },
    { ...figure('popup, script time', 'popup', 'script'), reach: atMost(15, 'ms') },
    { ...figure('popup, task time', 'popup', 'task'), reach: atMost(100, 'ms') },
    {
      ...figure('history opens: rows on screen', 'history', 'painted'),
      reach: atMostMore(150, 'ms'),
    },
    figure('history, script time', 'history', 'script'),
    figure('history, task time', 'history', 'task'),
  ];
}

async function openInTurn(
  { context }: World,
  urls: Readonly<Record<Screen, string>>,
  { rounds, progress }: BenchmarkOptions,
): Promise<Figure[]> {
  const openings: Record<Screen, Opening[]> = { popup: [], history: [], empty: [] };
  // The first pages of an extension also start what later ones share.
  for (let round = 0; round <= rounds; round += 1) {
    progress(`opening popup and history, round ${round} …`);
    for (const screen of ['popup', 'history', 'empty'] as const) {
      const opening = await openOnce(context, urls[screen]);
      if (round > 0) openings[screen].push(opening);
    }
  }
  return figuresOf(openings);
}

/** How long popup and history take to show the newest rows, with a history of three years. */
export const open: Benchmark = {
  name: 'open',
  what: `popup and history from the start of the navigation, with ${EVENTS.toLocaleString('en')} events`,
  run: async (options) =>
    await withEmptyExtension(async ({ folder, page }) => {
      const extensions = { extension: `${STORE_BUILD},${folder}` };
      return await withWorld(extensions, async (world) => {
        const { origin } = await listen(world);
        options.progress(`writing ${EVENTS.toLocaleString('en')} events …`);
        const { id: streamerId, name: streamerName } = FAVORITE;
        const seed = { streamerId, streamerName, events: EVENTS, days: DAYS };
        await seedDatabase(world.context, origin, seed);
        options.progress('waiting until the index is made …');
        await untilIndexed(world.context, origin);
        const urls = {
          popup: `${origin}/popup.html`,
          history: `${origin}/history.html`,
          empty: page,
        };
        return await openInTurn(world, urls, options);
      });
    }),
};

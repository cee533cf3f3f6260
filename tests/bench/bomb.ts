import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { openDatabasePage } from '../../tools/browser/database.ts';
import { createViewer, sendNotification } from '../e2e/support/events.ts';
import type { AdminClient } from '../simulator/admin-client.ts';
import type { Benchmark } from './core/benchmark.ts';
import { withWorld } from './core/browser.ts';
import { atMost, type Figure } from './core/figure.ts';
import { listen, openTabs } from './core/listening-world.ts';
import { logRowPaints, takeRowPaints } from './core/row-paints.ts';

const GIFTS = 1000;
const DURATION_MS = 2000;
const TABS = 5;
/** Gifts that are sent together. */
const BATCH = 20;

/** Sends a gift bomb evenly over {@link DURATION_MS}: its header first, then the gifts. */
async function sendBomb(admin: AdminClient, bombId: string): Promise<void> {
  const chatter = createViewer(1);
  await sendNotification(admin, {
    notice_type: 'community_sub_gift',
    chatter,
    community_sub_gift: { id: bombId, total: GIFTS },
  });
  const start = performance.now();
  for (let first = 1; first <= GIFTS; first += BATCH) {
    const recipients = Array.from({ length: BATCH }, (_, index) => createViewer(first + index));
    await Promise.all(
      recipients.map(({ id, login, name }) =>
        sendNotification(admin, {
          notice_type: 'sub_gift',
          chatter,
          sub_gift: {
            community_gift_id: bombId,
            recipient_user_id: id,
            recipient_user_login: login,
            recipient_user_name: name,
          },
        }),
      ),
    );
    await wait(Math.max(0, start + (DURATION_MS * (first + BATCH)) / GIFTS - performance.now()));
  }
}

type WithTasks = typeof globalThis & { benchmarkTasks?: number[] };

/** Notes every task of a page that takes longer than 50 ms. */
async function logLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    (globalThis as WithTasks).benchmarkTasks = tasks;
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
}

/** Notes for how long the worker was kept from running a timer: it knows no observer of tasks. */
async function logBlockedTimes(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const EVERY_MS = 5;
    const blocked: number[] = [];
    (globalThis as WithTasks).benchmarkTasks = blocked;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      blocked.push(now - last - EVERY_MS);
      last = now;
    }, EVERY_MS);
  });
}

/** Returns the longest of the tasks since the last call, in milliseconds. */
async function takeLongest(where: Pick<Page, 'evaluate'>): Promise<number> {
  const tasks = await where.evaluate(
    () => (globalThis as WithTasks).benchmarkTasks?.splice(0) ?? [],
  );
  return Math.max(0, ...tasks);
}

async function storedEvents(context: BrowserContext, origin: string): Promise<number> {
  const page = await openDatabasePage(context, origin);
  const count = await page.evaluate(
    async () =>
      await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('streamer-event-viewer');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const db = opening.result;
          const counting = db.transaction('events').objectStore('events').count();
          counting.addEventListener('success', () => {
            db.close();
            resolve(counting.result);
          });
        });
      }),
  );
  await page.close();
  return count;
}

/** What one bomb did. */
interface Bomb {
  /** The most rows that a tab has added. */
  rows: number;
  missing: number;
  pageTask: number;
  workerTask: number;
}

/** The row has grown for the last time long before this has passed. */
const SETTLED_MS = 2000;

/** Sends one bomb, and returns what it did to tabs and worker. */
async function explode(
  world: { context: BrowserContext; admin: AdminClient },
  { origin, tabs, worker }: { origin: string; tabs: readonly Page[]; worker: Worker },
  bombId: string,
): Promise<Bomb> {
  const before = await storedEvents(world.context, origin);
  for (const where of [...tabs, worker]) await takeLongest(where);
  await sendBomb(world.admin, bombId);
  await wait(SETTLED_MS);
  const rows = await Promise.all(tabs.map(async (tab) => (await takeRowPaints(tab, 1)).length));
  const pageTasks = await Promise.all(tabs.map(takeLongest));
  const workerTask = await takeLongest(worker);
  const stored = (await storedEvents(world.context, origin)) - before;
  return {
    rows: Math.max(...rows),
    missing: GIFTS + 1 - stored,
    pageTask: Math.max(...pageTasks),
    workerTask,
  };
}

function figuresOf(bombs: readonly Bomb[]): Figure[] {
  const figure = (what: string, unit: string, name: keyof Bomb, limit: number) => ({
    what,
    unit,
    values: bombs.map((bomb) => bomb[name]),
    reach: atMost(limit, unit),
  });
  return [
    figure('rows that a tab adds', 'rows', 'rows', 1),
    figure('events that are not stored', 'events', 'missing', 0),
    figure('longest task above 50 ms in a tab', 'ms', 'pageTask', 50),
    figure('longest time that the worker is busy', 'ms', 'workerTask', 50),
  ];
}

/** What a gift bomb does to the tabs of Twitch and to the background. */
export const bomb: Benchmark = {
  name: 'bomb',
  what: `${GIFTS} gifts in ${DURATION_MS / 1000} s, with the panel in ${TABS} tabs`,
  run: async ({ rounds, progress }) =>
    await withWorld({}, async (world) => {
      const { origin } = await listen(world);
      const tabs = await openTabs(world, TABS);
      const [worker] = world.context.serviceWorkers();
      if (worker === undefined) throw new Error('The service worker does not run.');
      for (const tab of tabs) await logRowPaints(tab, 'streamer-event-panel');
      for (const tab of tabs) await logLongTasks(tab);
      await logBlockedTimes(worker);
      const bombs: Bomb[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        progress(`gift bomb ${round} …`);
        bombs.push(await explode(world, { origin, tabs, worker }, `bomb-${round}`));
      }
      return figuresOf(bombs);
    }),
};

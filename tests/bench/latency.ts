import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createViewer, sendNotification } from '../e2e/support/events.ts';
import { type BarePages, withBarePages } from './core/bare-pages.ts';
import type { Benchmark } from './core/benchmark.ts';
import { type World, withWorld } from './core/browser.ts';
import { atMostMore, type Figure, median, percentile } from './core/figure.ts';
import { listen, openTabs } from './core/listening-world.ts';
import { logRowPaints, type RowPaint, takeRowPaints } from './core/row-paints.ts';

const EVENTS = 300;
const EVERY_MS = 200;
/** In the browser of a test, all tabs are visible, and each paints its rows. */
const TABS = [1, 5];

/** Something whose pages show a row for each event. */
interface Screens {
  pages: readonly Page[];
  /** Sends one event, which gets a row in each page. */
  send(): Promise<void> | void;
}

/** Sends events, and returns for each row in each page how long it took, in milliseconds. */
async function latencies({ pages, send }: Screens, events: number): Promise<number[]> {
  for (let event = 0; event < events; event += 1) {
    await send();
    await wait(EVERY_MS);
  }
  const paints: RowPaint[] = [];
  for (const page of pages) paints.push(...(await takeRowPaints(page, events)));
  return paints.map(({ sentAt, paintedAt }) => paintedAt - sentAt);
}

async function panels(world: World, tabs: number): Promise<Screens> {
  const pages = await openTabs(world, tabs);
  for (const page of pages) await logRowPaints(page, 'streamer-event-panel');
  const resub = { notice_type: 'resub', chatter: createViewer(1) };
  // The row shows the time that the simulator writes into the frame while it sends it.
  return { pages, send: async () => void (await sendNotification(world.admin, resub)) };
}

async function barePages(bare: BarePages, tabs: number): Promise<Screens> {
  const pages = await bare.open(tabs);
  for (const page of pages) await logRowPaints(page);
  let number = 0;
  return { pages, send: () => bare.send(`message-${(number += 1)}`) };
}

function figuresOf(tabs: number, panel: readonly number[][], bare: readonly number[][]): Figure[] {
  const where = tabs === 1 ? '1 tab' : `${tabs} tabs`;
  const what = 'a bare page that adds a list item';
  const p99 = (series: readonly number[][]) => [percentile(series.flat(), 0.99)];
  return [
    {
      what: `frame → row on screen, ${where}, p50`,
      unit: 'ms',
      values: panel.map(median),
      baseline: { what, values: bare.map(median) },
      reach: atMostMore(10, 'ms'),
    },
    {
      what: `frame → row on screen, ${where}, p99`,
      unit: 'ms',
      values: p99(panel),
      baseline: { what, values: p99(bare) },
      reach: atMostMore(25, 'ms'),
    },
  ];
}

/** How long an event needs from Twitch to the screen. */
export const latency: Benchmark = {
  name: 'latency',
  what: `${EVENTS} events at 5/s, from the frame being written until its row is painted`,
  run: async ({ rounds, progress }) =>
    await withWorld(
      {},
      async (world) =>
        await withBarePages(async (bare) => {
          await listen(world);
          const figures: Figure[] = [];
          for (const tabs of TABS) {
            const screens = [await panels(world, tabs), await barePages(bare, tabs)] as const;
            const [panel, baseline]: [number[][], number[][]] = [[], []];
            for (let round = 1; round <= rounds; round += 1) {
              progress(`${tabs} × the panel, round ${round} …`);
              panel.push(await latencies(screens[0], Math.ceil(EVENTS / rounds)));
              baseline.push(await latencies(screens[1], Math.ceil(EVENTS / rounds)));
            }
            for (const page of screens.flatMap(({ pages }) => pages)) await page.close();
            figures.push(...figuresOf(tabs, panel, baseline));
          }
          return figures;
        }),
    ),
};

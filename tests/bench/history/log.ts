import type { Benchmark } from '../core/benchmark.ts';
import { atMost, atMostTimes, type Figure } from '../core/figure.ts';
import { withBenchPage } from './bench-page.ts';

const SMALL = 1_000;
/** A year of five streamers, and more than anybody will have. */
const SIZES: readonly number[] = [250_000, 1_000_000];
const LARGEST = 1_000_000;

/** A page costs at most so many times more than in a small log. */
const FACTOR = 1.5;
const VIEWER_MS = 50;
const WORD_MS = 1_000;

type Times = Readonly<Record<string, number>>;

function valuesOf(measured: readonly Times[], what: string): number[] {
  return measured.map((times) => times[what] ?? 0);
}

/** What a page of the history costs, however long the log is. */
export const history: Benchmark = {
  name: 'history',
  what: 'a page of 50 rows at the slowest of several depths, by what is asked for',
  run: async ({ rounds, progress }) =>
    await withBenchPage(async (page) => {
      const bySize = new Map([SMALL, ...SIZES].map((size) => [size, [] as Times[]]));
      for (const size of bySize.keys()) {
        progress(`storing ${size} events …`);
        await page.evaluate((count) => bench.seedLog(count, false), size);
      }
      for (let round = 1; round <= rounds; round += 1) {
        progress(`reading pages, round ${round} of ${rounds} …`);
        for (const [size, measured] of bySize) {
          measured.push(await page.evaluate((count) => bench.measurePages(count), size));
        }
      }
      const small = bySize.get(SMALL) ?? [];
      return Object.keys(small[0] ?? {}).flatMap((what) =>
        SIZES.map(
          (size): Figure => ({
            what: `${what}, ${size} events`,
            unit: 'ms',
            values: valuesOf(bySize.get(size) ?? [], what),
            baseline: { what: `${SMALL} events`, values: valuesOf(small, what) },
            // In a small log, an hour of the week has no 50 rows.
            ...(what !== 'an hour of the week' && { reach: atMostTimes(FACTOR) }),
          }),
        ),
      );
    }),
};

/** How long a search takes in a log of a million events. */
export const search: Benchmark = {
  name: 'search',
  what: `from a search to its first 50 rows, in a log of ${LARGEST.toLocaleString('en')} events`,
  run: async ({ rounds, progress }) =>
    await withBenchPage(async (page) => {
      progress(`storing ${LARGEST} events and making their index …`);
      await page.evaluate((count) => bench.seedLog(count, true), LARGEST);
      const measured: Times[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        progress(`searching, round ${round} of ${rounds} …`);
        measured.push(await page.evaluate((count) => bench.measureSearches(count), LARGEST));
      }
      const baseline = { what: 'the newest 50 rows', values: valuesOf(measured, 'newest page') };
      return Object.keys(measured[0] ?? {})
        .filter((what) => what !== 'newest page')
        .map((what) => ({
          what,
          unit: 'ms',
          values: valuesOf(measured, what),
          baseline,
          reach: atMost(what.startsWith('viewer') ? VIEWER_MS : WORD_MS, 'ms'),
        }));
    }),
};

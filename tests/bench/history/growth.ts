import type { Page } from '@playwright/test';
import type { Benchmark } from '../core/benchmark.ts';
import { atMost, atMostTimes, type Figure } from '../core/figure.ts';
import { withBenchPage } from './bench-page.ts';

const SMALL = 1_000;
const SIZES: readonly number[] = [SMALL, 100_000, 1_000_000];
const LARGEST = 1_000_000;

/** At most so many times slower in the largest history. */
const FACTOR = 1.5;
const FACTORS: Readonly<Record<string, number>> = { 'one write': 1.3 };
/** With a least size, however long the history is. */
const LEAST_MS = 15;

type Times = Readonly<Record<string, number>>;

async function measure(page: Page, size: number): Promise<Times> {
  return await page.evaluate((count) => bench.measureHistory(count), size);
}

function figuresOf(what: string, bySize: ReadonlyMap<number, readonly Times[]>): Figure[] {
  const values = (size: number) => (bySize.get(size) ?? []).map((times) => times[what] ?? 0);
  const baseline = { what: `${SMALL} events`, values: values(SMALL) };
  const figures = SIZES.filter((size) => size > SMALL).map(
    (size): Figure => ({
      what: `${what}, ${size} events`,
      unit: 'ms',
      values: values(size),
      baseline,
      ...(size === LARGEST && { reach: atMostTimes(FACTORS[what] ?? FACTOR) }),
    }),
  );
  if (!what.includes('least size')) return figures;
  const bounded = { what: `${what}, ${LARGEST} events`, unit: 'ms', values: values(LARGEST) };
  return [...figures, { ...bounded, reach: atMost(LEAST_MS, 'ms') }];
}

/** How much slower everything becomes as the history grows. */
export const growth: Benchmark = {
  name: 'growth',
  what: 'reading and writing with a history of 1 thousand, 100 thousand and 1 million events',
  run: async ({ rounds, progress }) =>
    await withBenchPage(async (page) => {
      for (const size of SIZES) {
        progress(`storing ${size} events …`);
        await page.evaluate((count) => bench.seedHistory(count), size);
      }
      const bySize = new Map(SIZES.map((size) => [size, [] as Times[]]));
      for (let round = 1; round <= rounds; round += 1) {
        progress(`reading and writing, round ${round} of ${rounds} …`);
        for (const [size, measured] of bySize) measured.push(await measure(page, size));
      }
      const names = Object.keys(bySize.get(SMALL)?.[0] ?? {});
      return names.flatMap((name) => figuresOf(name, bySize));
    }),
};

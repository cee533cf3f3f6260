import type { Benchmark } from '../core/benchmark.ts';
import { atMost, type Figure } from '../core/figure.ts';
import { withBenchPage } from './bench-page.ts';

const EVENTS = 250_000;
const MOST_MS = 150;

/** How long the statistics of a year take, beside a scan of all its events. */
export const statistics: Benchmark = {
  name: 'statistics',
  what: 'reading and adding up the statistics of a year: 250 thousand events of five streamers',
  run: async ({ rounds, progress }) =>
    await withBenchPage(async (page) => {
      progress(`storing ${EVENTS} events …`);
      await page.evaluate((count) => bench.seedYear(count), EVENTS);
      const measured: Readonly<Record<string, number>>[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        progress(`reading, round ${round} of ${rounds} …`);
        measured.push(await page.evaluate((count) => bench.measureYear(count), EVENTS));
      }
      const values = (what: string) => measured.map((times) => times[what] ?? 0);
      const baseline = { what: 'a scan of all events', values: values('scan') };
      return ['statistics of a year', 'of one streamer', 'both counts'].map(
        (what): Figure => ({
          what,
          unit: 'ms',
          values: values(what),
          baseline,
          reach: atMost(MOST_MS, 'ms'),
        }),
      );
    }),
};

import type { Benchmark } from '../core/benchmark.ts';
import { atLeastTimes, type Figure } from '../core/figure.ts';
import { withBenchPage } from './bench-page.ts';
import type { IngestTimes } from './page/ingest.ts';

const FRAMES = 10_000;
const SINGLE = 200;

type Way = keyof IngestTimes;

/** What each time is of: the number of events, and the words for it. */
const WAYS: Readonly<Record<Way, { count: number; what: string }>> = {
  frames: { count: FRAMES, what: 'from frames to the commit, 50 at a time' },
  recorded: { count: FRAMES, what: 'recording, 50 at a time' },
  dexie: { count: FRAMES, what: 'Dexie bulkAdd' },
  raw: { count: FRAMES, what: 'raw put' },
  rawWithCounters: { count: FRAMES, what: 'raw put of the counters, too' },
  single: { count: SINGLE, what: 'recording one event alone' },
  rawSingle: { count: SINGLE, what: 'raw put' },
  dexieSingle: { count: SINGLE, what: 'Dexie add' },
};

/** How fast events reach the database: each figure with as many transactions as its baseline. */
export const ingest: Benchmark = {
  name: 'ingest',
  what: 'events per second from the text of a frame to the database, with the same indexes',
  run: async ({ rounds, progress }) =>
    await withBenchPage(async (page) => {
      progress(`preparing ${FRAMES} frames …`);
      await page.evaluate((count) => bench.prepareIngest(count), FRAMES);
      const measured: IngestTimes[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        progress(`recording, round ${round} of ${rounds} …`);
        measured.push(await page.evaluate(() => bench.ingest()));
      }
      const series = (way: Way) => ({
        what: WAYS[way].what,
        values: measured.map((times) => (WAYS[way].count * 1000) / times[way]),
      });
      const figure = (way: Way, baseline: Way, factor?: number): Figure => ({
        ...series(way),
        unit: 'events/s',
        baseline: series(baseline),
        ...(factor !== undefined && { reach: atLeastTimes(factor) }),
      });
      return [
        figure('frames', 'raw', 0.8),
        figure('frames', 'rawWithCounters'),
        figure('recorded', 'dexie', 0.9),
        figure('single', 'rawSingle', 0.8),
        figure('single', 'dexieSingle'),
      ];
    }),
};

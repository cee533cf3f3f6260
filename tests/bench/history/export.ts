import type { Benchmark } from '../core/benchmark.ts';
import { atLeast, atMost, type Figure } from '../core/figure.ts';
import { withBenchPage } from './bench-page.ts';
import type { ExportFigures } from './page/exporting.ts';

const SMALL = 100_000;
const LARGE = 1_000_000;

const ROWS_PER_SECOND = 50_000;
/** However many events there are: what is not yet collected of some batches. */
const HEAP_MB = 100;

const READING = 'reading alone';

type Round = Readonly<Record<string, ExportFigures>>;

/** How fast the log leaves the extension, and what memory that takes. */
export const exporting: Benchmark = {
  name: 'export',
  what: `all of a log of ${LARGE.toLocaleString('en')} events into a file`,
  run: async ({ rounds, progress }) =>
    await withBenchPage(async (page) => {
      const bySize = new Map([SMALL, LARGE].map((size) => [size, [] as Round[]]));
      for (const size of bySize.keys()) {
        progress(`storing ${size} events …`);
        await page.evaluate((count) => bench.seedLog(count, false), size);
      }
      for (let round = 1; round <= rounds; round += 1) {
        progress(`exporting, round ${round} of ${rounds} …`);
        for (const [size, measured] of bySize) {
          measured.push(await page.evaluate((count) => bench.measureExports(count), size));
        }
      }
      const values = (size: number, what: string, figure: keyof ExportFigures) =>
        (bySize.get(size) ?? []).map((round) => round[what]?.[figure] ?? 0);
      const names = Object.keys(bySize.get(LARGE)?.[0] ?? {}).filter((what) => what !== READING);
      return names.flatMap((what): Figure[] => [
        {
          what: `${what}, speed`,
          unit: 'events/s',
          values: values(LARGE, what, 'speed'),
          baseline: { what: READING, values: values(LARGE, READING, 'speed') },
          reach: atLeast(ROWS_PER_SECOND, 'events/s'),
        },
        {
          what: `${what}, heap`,
          unit: 'MB',
          values: values(LARGE, what, 'heap'),
          baseline: { what: `${SMALL} events`, values: values(SMALL, what, 'heap') },
          reach: atMost(HEAP_MB, 'MB'),
        },
      ]);
    }),
};

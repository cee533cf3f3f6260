import { bomb } from './bomb.ts';
import type { Benchmark } from './core/benchmark.ts';
import { exporting } from './history/export.ts';
import { growth } from './history/growth.ts';
import { ingest } from './history/ingest.ts';
import { history, search } from './history/log.ts';
import { memory } from './history/memory.ts';
import { statistics } from './history/statistics.ts';
import { latency } from './latency.ts';
import { open } from './open.ts';
import { page } from './page/page.ts';
import { scale } from './scale/scale.ts';
import { size } from './size.ts';
import { flood } from './worker/flood.ts';
import { wake } from './worker/wake.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [
  ingest,
  latency,
  growth,
  history,
  search,
  exporting,
  statistics,
  flood,
  bomb,
  page,
  wake,
  memory,
  open,
  size,
  scale,
];

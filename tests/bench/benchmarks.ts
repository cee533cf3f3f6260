import type { Benchmark } from './core/benchmark.ts';
import { growth } from './history/growth.ts';
import { ingest } from './history/ingest.ts';
import { memory } from './history/memory.ts';
import { scale } from './scale/scale.ts';
import { size } from './size.ts';
import { flood } from './worker/flood.ts';
import { wake } from './worker/wake.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [ingest, growth, memory, flood, wake, size, scale];

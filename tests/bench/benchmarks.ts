import type { Benchmark } from './core/benchmark.ts';
import { growth } from './history/growth.ts';
import { ingest } from './history/ingest.ts';
import { memory } from './history/memory.ts';
import { size } from './size.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [ingest, growth, memory, size];

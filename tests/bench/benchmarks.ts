import type { Benchmark } from './core/benchmark.ts';
import { scale } from './scale/scale.ts';
import { size } from './size.ts';
import { flood } from './worker/flood.ts';
import { wake } from './worker/wake.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [size, flood, wake, scale];

import { bomb } from './bomb.ts';
import type { Benchmark } from './core/benchmark.ts';
import { latency } from './latency.ts';
import { open } from './open.ts';
import { size } from './size.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [latency, bomb, open, size];

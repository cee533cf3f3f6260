import type { Benchmark } from './core/benchmark.ts';
import { page } from './page/page.ts';
import { size } from './size.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [size, page];

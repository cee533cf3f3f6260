import type { Figure } from './figure.ts';

/** Options of a run. */
export interface BenchmarkOptions {
  /** How often each figure and its baseline are measured, one after the other. */
  rounds: number;
  /** Tells the user what is being done. */
  progress(text: string): void;
}

/** A benchmark: a few figures that belong together. */
export interface Benchmark {
  /** The name for `--only`. */
  name: string;
  /** What it measures, in one sentence. */
  what: string;
  /** True if it only runs when `--only` names it, because it takes long. */
  isOnRequest?: boolean;
  run(options: BenchmarkOptions): Promise<Figure[]>;
}

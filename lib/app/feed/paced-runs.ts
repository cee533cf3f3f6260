import type { Clock } from '@/lib/time';

/** Dependencies of {@link createPacedRuns}. */
export interface PacedRunsOptions {
  /** Never throws. */
  run(): Promise<void>;
  /** Returns true if a run has left something for the next one. */
  hasMore(): boolean;
  /** The shortest time between two runs. */
  intervalMs: number;
  clock: Clock;
}

/**
 * Returns a function that runs something soon: at once, unless it runs already or has just done so.
 * Calls in quick succession share one run.
 */
export function createPacedRuns({ run, hasMore, intervalMs, clock }: PacedRunsOptions): () => void {
  let isDue = false;
  let isBusy = false;

  async function runOnce(): Promise<void> {
    isBusy = true;
    isDue = false;
    await run();
    clock.after(intervalMs, () => {
      isBusy = false;
      if (isDue || hasMore()) void runOnce();
    });
  }

  return () => {
    isDue = true;
    if (!isBusy) void runOnce();
  };
}

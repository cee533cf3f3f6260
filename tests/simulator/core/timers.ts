export type Cancel = () => void;

/** Timeouts that can all be canceled at once, so that none outlives the simulator. */
export interface Timers {
  after(milliseconds: number, run: () => void): Cancel;
  cancelAll(): void;
}

export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>();

  return {
    after(milliseconds, run) {
      const timeout = setTimeout(() => {
        running.delete(timeout);
        run();
      }, milliseconds);
      running.add(timeout);
      return () => {
        running.delete(timeout);
        clearTimeout(timeout);
      };
    },
    cancelAll() {
      for (const timeout of running) clearTimeout(timeout);
      running.clear();
    },
  };
}

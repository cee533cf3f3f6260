import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@/lib/time';

/** A clock that only the test moves. */
export interface FakeClock extends Clock {
  /** Lets time pass. Timers that are due run in order, each with everything that it triggers. */
  advance(ms: number): Promise<void>;
  /** Lets time pass without running timers, like a computer that sleeps. */
  sleep(ms: number): void;
  /** Changes the time as if the user set the clock, by a negative number back. No timer runs. */
  set(byMs: number): void;
  /** The number of timers that have not run yet. */
  readonly pending: number;
}

interface Timer {
  dueAt: number;
  run: () => void;
}

/** Waits until everything is done that waits only for promises. */
export async function settled(): Promise<void> {
  await setImmediate();
}

/** 1 October 2026, 18:00 UTC. */
export const START = Date.UTC(2026, 9, 1, 18);

export function createFakeClock(start = START): FakeClock {
  let time = start;
  let offset = 0;
  const timers = new Set<Timer>();

  function nextDue(until: number): Timer | undefined {
    return [...timers]
      .filter(({ dueAt }) => dueAt <= until)
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .at(0);
  }

  return {
    now: () => time + offset,
    after: (delayMs, run) => {
      const timer = { dueAt: time + delayMs, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: async (ms) => {
      const until = time + ms;
      await settled();
      for (let timer = nextDue(until); timer !== undefined; timer = nextDue(until)) {
        timers.delete(timer);
        time = Math.max(time, timer.dueAt);
        timer.run();
        await settled();
      }
      time = until;
    },
    sleep: (ms) => {
      time += ms;
    },
    set: (byMs) => {
      offset += byMs;
    },
    get pending() {
      return timers.size;
    },
  };
}

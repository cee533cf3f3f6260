import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@/lib/time';

/** A clock that stands still until it is told otherwise. */
export interface FakeClock extends Clock {
  /** Lets time pass: timers that fall due run in their order, each with all that follows from it. */
  advance(ms: number): Promise<void>;
  /** Lets time pass with the timers standing still, as while a machine sleeps. */
  sleep(ms: number): void;
  /** Somebody sets the clock forward, or back by a negative number: no time passes by that. */
  set(byMs: number): void;
  /** How many timers are waiting. */
  readonly pending: number;
}

interface Timer {
  dueAt: number;
  run: () => void;
}

/** Lets everything that waits for nothing but promises come to its end. */
export async function settled(): Promise<void> {
  await setImmediate();
}

/** 1 October 2026, 18:00 UTC. */
export const START = Date.UTC(2026, 9, 1, 18);

export function createFakeClock(start = START): FakeClock {
  let time = start;
  let set = 0;
  const timers = new Set<Timer>();

  function nextDue(until: number): Timer | undefined {
    return [...timers]
      .filter(({ dueAt }) => dueAt <= until)
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .at(0);
  }

  return {
    now: () => time + set,
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
      set += byMs;
    },
    get pending() {
      return timers.size;
    },
  };
}

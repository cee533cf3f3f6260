import { type Clock, isRecent, MINUTE, SECOND } from '@/lib/time';
import { createLook, type LookOptions } from './look';

/** Options of {@link createLookUps}. */
export interface LookUpOptions extends LookOptions {
  clock: Clock;
}

/** Looks up the channels of the other streamers, once a minute for all of them together. */
export interface LookUps {
  /** Looks soon, if the latest look was a minute ago, and once a minute from then on. */
  look(): void;
  /** The same after a change by the user, who should not have to wait for a minute. */
  lookAtChange(): void;
  /** Ends the looks until `look` is called again. */
  stop(): void;
  /** Catches up with a timer that did not run, as after sleep. */
  check(): void;
}

/** Several calls in a row need only one look. */
const SOON_MS = SECOND;
/** The shortest time between two looks after changes by the user. */
const BETWEEN_CHANGES_MS = 5 * SECOND;

/**
 * Creates the looks, which begin with the first call of `look`. However many streamers there are,
 * there is one Get Streams and one Get Channel Information a minute, unless the user changes them.
 */
export function createLookUps(options: LookUpOptions): LookUps {
  const { clock, streamers } = options;
  const take = createLook(options);
  let timer: { dueAt: number; cancel(): void } | null = null;
  let lastLookAt = Number.NEGATIVE_INFINITY;
  let latest = new AbortController();

  function unschedule(): void {
    timer?.cancel();
    timer = null;
    latest.abort();
  }

  function schedule(delayMs: number): void {
    timer?.cancel();
    timer = { dueAt: clock.now() + delayMs, cancel: clock.after(delayMs, run) };
  }

  function run(): void {
    unschedule();
    if (!streamers().some(({ parts }) => parts.size > 0)) return;
    lastLookAt = clock.now();
    schedule(MINUTE);
    latest = new AbortController();
    void take(latest.signal);
  }

  /** Looks soon, but not within this time after the latest look. */
  function lookAfter(restMs: number): void {
    const now = clock.now();
    const waitMs = isRecent(lastLookAt, restMs, now) ? lastLookAt + restMs - now : 0;
    const delayMs = Math.max(waitMs, SOON_MS);
    if (timer === null || timer.dueAt > now + delayMs) schedule(delayMs);
  }

  return {
    look: () => lookAfter(MINUTE),
    lookAtChange: () => lookAfter(BETWEEN_CHANGES_MS),
    check: () => {
      if (timer !== null && timer.dueAt <= clock.now()) run();
    },
    stop: unschedule,
  };
}

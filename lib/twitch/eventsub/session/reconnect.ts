import type { Backoff, BackoffPace, RetryDelay } from '@/lib/domain/connection/backoff';
import type { Problem } from '@/lib/domain/problem';
import { type Clock, MINUTE } from '@/lib/time';
import { isDelaying, retryDelay } from './backoff-policy';

/** What waiting needs, and whom it tells. */
export interface ReconnectOptions {
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  /** What held the session before this one back. */
  earlier: Backoff | null;
  /** The end of each refusal in milliseconds since 1970, by subscription key. */
  refusedUntil(): Record<string, number>;
  /** The time has come. */
  retry(): void;
  /** A pause begins. */
  paused(pause: RetryDelay): void;
  /** What holds the session back is another than before. */
  backoffChanged(backoff: Backoff): void;
}

/** The pauses of one session between its attempts. */
export interface Reconnect {
  /** Goes on with the pause of the session before this one; `false` where there is none to go on with. */
  resume(): boolean;
  /** An attempt came to nothing. */
  fail(problem: Problem, pace: BackoffPace): void;
  /** An attempt has led to listening. */
  succeed(): void;
  /** Ends a pause, with nothing to follow. */
  end(): void;
  /** Ends a pause whose timer did not run. */
  check(): void;
  /** Ends a pause for want of a network. */
  hurry(): void;
}

/** A session that listened this long was a good one: the next failure begins a new count. */
const GOOD_AFTER_MS = MINUTE;

/** Waits after each attempt that fails, the longer the more have failed in a row. */
export function createReconnect(options: ReconnectOptions): Reconnect {
  const { clock, earlier } = options;
  let failures = earlier?.failures ?? 0;
  let listeningSince = earlier?.listeningSince ?? null;
  let pause: RetryDelay | null = null;
  let stopTimer: (() => void) | null = null;

  function begin(next: RetryDelay): void {
    pause = next;
    stopTimer = clock.after(next.retryAt - clock.now(), options.retry);
  }

  function tell(): void {
    const refusedUntil = options.refusedUntil();
    options.backoffChanged({ failures, listeningSince, pause, refusedUntil });
  }

  return {
    resume: () => {
      const unfinished = earlier?.pause ?? null;
      if (unfinished === null || !isDelaying(unfinished, clock.now())) return false;
      begin(unfinished);
      options.paused(unfinished);
      return true;
    },
    fail: (problem, pace) => {
      const wasGood = listeningSince !== null && clock.now() - listeningSince > GOOD_AFTER_MS;
      failures = wasGood ? 1 : failures + 1;
      listeningSince = null;
      const retryAt = clock.now() + retryDelay(failures, pace, options.random());
      const next = { problem, pace, retryAt };
      begin(next);
      tell();
      // Last, because whoever is told may put an end to all of it.
      options.paused(next);
    },
    succeed: () => {
      listeningSince ??= clock.now();
      tell();
    },
    end: () => {
      stopTimer?.();
      pause = null;
    },
    check: () => {
      if (pause !== null && clock.now() >= pause.retryAt) options.retry();
    },
    hurry: () => {
      if (pause?.pace === 'soon') options.retry();
    },
  };
}

import type { Backoff, RetryDelay } from '@/lib/domain/connection/backoff';
import { type Clock, MINUTE } from '@/lib/time';
import { isDelaying, retryDelay } from './backoff-policy';
import type { SessionFailure } from './session-failure';

/** Options of {@link createReconnect}. */
export interface ReconnectOptions {
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  /** The backoff of the session before this one. */
  earlier: Backoff | null;
  /** Returns the end of each refusal in milliseconds since 1970, by subscription key. */
  refusedUntil(): Record<string, number>;
  /** Called when it is time for the next attempt. */
  retry(): void;
  /** Called when a delay before the next attempt begins. */
  retryScheduled(delay: RetryDelay): void;
  backoffChanged(backoff: Backoff): void;
}

/** The delays between the attempts of one session. */
export interface Reconnect {
  /** Continues the delay of the session before this one. Returns false if there is none. */
  resume(): boolean;
  /** Takes a failed attempt and schedules the next one. */
  fail(failure: SessionFailure): void;
  /** Takes an attempt that led to listening. May be called more than once for an attempt. */
  succeed(): void;
  /** Ends a delay without another attempt. */
  end(): void;
  /** Retries if a delay is over whose timer did not run because the computer slept. */
  check(): void;
  /** Retries at once if the session waits for a network. */
  hurry(): void;
  /** Ends a delay and retries: what failed was another plan, and the user has changed it. */
  planChanged(): void;
}

/** A session that listened this long was a good one: the next failure counts as the first. */
const GOOD_AFTER_MS = MINUTE;

/** Schedules an attempt after each failure. The delay grows with the failures in a row. */
export function createReconnect(options: ReconnectOptions): Reconnect {
  const { clock, earlier } = options;
  let failures = earlier?.failures ?? 0;
  let listeningSince = earlier?.listeningSince ?? null;
  let delay: RetryDelay | null = null;
  let stopTimer: (() => void) | null = null;

  function begin(next: RetryDelay): void {
    delay = next;
    stopTimer = clock.after(next.retryAt - clock.now(), options.retry);
  }

  function reportBackoff(): void {
    const refusedUntil = options.refusedUntil();
    options.backoffChanged({ failures, listeningSince, pause: delay, refusedUntil });
  }

  return {
    resume: () => {
      const unfinished = earlier?.pause ?? null;
      if (unfinished === null || !isDelaying(unfinished, clock.now())) return false;
      begin(unfinished);
      options.retryScheduled(unfinished);
      return true;
    },
    fail: ({ problem, pace }) => {
      const wasGood = listeningSince !== null && clock.now() - listeningSince > GOOD_AFTER_MS;
      failures = wasGood ? 1 : failures + 1;
      listeningSince = null;
      const retryAt = clock.now() + retryDelay(failures, pace, options.random());
      const next = { problem, pace, retryAt };
      begin(next);
      reportBackoff();
      // Last, because this callback may stop the session.
      options.retryScheduled(next);
    },
    succeed: () => {
      listeningSince ??= clock.now();
      reportBackoff();
    },
    end: () => {
      stopTimer?.();
      delay = null;
    },
    check: () => {
      if (delay !== null && clock.now() >= delay.retryAt) options.retry();
    },
    hurry: () => {
      if (delay?.pace === 'soon') options.retry();
    },
    planChanged: () => {
      if (delay === null) return;
      failures = 0;
      options.retry();
    },
  };
}

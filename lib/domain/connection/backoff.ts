import type { Problem } from '../problem';

/**
 * How long the pauses after failures are: `soon` for a connection that was lost or never came about,
 * `calmly` for what is not mended within seconds, `seldom` for what only people can mend.
 */
export type BackoffPace = 'soon' | 'calmly' | 'seldom';

/** A pause before the next attempt. */
export interface RetryDelay {
  problem: Problem;
  pace: BackoffPace;
  /** Milliseconds since 1970. */
  retryAt: number;
}

/** What holds a session back, so that the one after it does not begin as if nothing had happened. */
export interface Backoff {
  /** Attempts in a row that came to nothing. */
  failures: number;
  /** Since when it listens, in milliseconds since 1970; `null` where it does not. */
  listeningSince: number | null;
  pause: RetryDelay | null;
  /**
   * The end of each refusal in milliseconds since 1970, by subscription key. Keys of older builds are
   * types alone; they match no subscription and have no effect.
   */
  refusedUntil: Record<string, number>;
}

import type { Problem } from '../problem';

/**
 * The length of the retry delays after failures: `soon` for a connection that was lost or could not
 * be opened, `calmly` for problems that last longer than seconds, `seldom` for problems that only a
 * person can solve.
 */
export type BackoffPace = 'soon' | 'calmly' | 'seldom';

/** A delay before the next attempt. */
export interface RetryDelay {
  problem: Problem;
  pace: BackoffPace;
  /** Milliseconds since 1970. */
  retryAt: number;
}

/** The backoff of a session, kept so that the next session does not start over. */
export interface Backoff {
  /** Number of failed attempts in a row. */
  failures: number;
  /**
   * Time at which the session began to listen, in milliseconds since 1970; `null` if it does not
   * listen.
   */
  listeningSince: number | null;
  pause: RetryDelay | null;
  /**
   * The end of each refusal in milliseconds since 1970, by subscription key. Keys of older builds
   * are types alone; they match no subscription and have no effect.
   */
  refusedUntil: Record<string, number>;
}

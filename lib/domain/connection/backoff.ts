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
  /** Until when each type that Twitch refused is not asked for. */
  refusedUntil: Record<string, number>;
}

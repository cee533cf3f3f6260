import type { BackoffPace, RetryDelay } from '@/lib/domain/connection/backoff';
import { HOUR, MINUTE, SECOND } from '@/lib/time';

/** The first delay, doubled with each failure, and the longest one. */
interface DelayRange {
  firstMs: number;
  maxMs: number;
}

const DELAYS: Readonly<Record<BackoffPace, DelayRange>> = {
  soon: { firstMs: SECOND, maxMs: 2 * MINUTE },
  /**
   * For a limit of Twitch, or a token that may be invalid: at least one minute, because then the
   * bucket of Helix requests is full again. A browser may hide the header with the exact time.
   * See https://dev.twitch.tv/docs/api/guide/#twitch-rate-limits
   */
  calmly: { firstMs: 2 * MINUTE, maxMs: 5 * MINUTE },
  seldom: { firstMs: HOUR, maxMs: HOUR },
};

/**
 * Returns the delay before the next attempt, in milliseconds. `failures` is the number of failures
 * in a row. `random` is a number from 0 up to, but not including, 1.
 */
export function retryDelay(failures: number, pace: BackoffPace, random: number): number {
  const { firstMs, maxMs } = DELAYS[pace];
  const fullMs = Math.min(firstMs * 2 ** (failures - 1), maxMs);
  // Half of it is random, so that a thousand clients do not return in the same second.
  return fullMs * (0.5 + random / 2);
}

/**
 * Returns true if the delay of an earlier session is not over at `now`. A delay longer than any
 * possible one does not count: the clock was set back since.
 */
export function isDelaying({ pace, retryAt }: RetryDelay, now: number): boolean {
  return retryAt > now && retryAt - now <= DELAYS[pace].maxMs;
}

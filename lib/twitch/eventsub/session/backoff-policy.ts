import type { BackoffPace, RetryDelay } from '@/lib/domain/connection/backoff';
import { HOUR, MINUTE, SECOND } from '@/lib/time';

/** How the pauses between attempts grow. */
interface Pace {
  firstMs: number;
  atMostMs: number;
}

const PACES: Readonly<Record<BackoffPace, Pace>> = {
  soon: { firstMs: SECOND, atMostMs: 2 * MINUTE },
  /**
   * For a limit of Twitch's, a token in doubt. A minute at least, in which Twitch's bucket of requests
   * is full again as well, whether or not the browser lets us read when.
   */
  calmly: { firstMs: 2 * MINUTE, atMostMs: 5 * MINUTE },
  seldom: { firstMs: HOUR, atMostMs: HOUR },
};

/** The pause after so many failures in a row, in milliseconds. `random` is from 0 up to 1. */
export function retryDelay(failures: number, pace: BackoffPace, random: number): number {
  const { firstMs, atMostMs } = PACES[pace];
  const fullMs = Math.min(firstMs * 2 ** (failures - 1), atMostMs);
  // Half of it at random, so that a thousand clients do not come back in the same second.
  return fullMs * (0.5 + random / 2);
}

/** Whether a pause of an earlier session goes on at `now`; one longer than any is of another clock. */
export function isDelaying({ pace, retryAt }: RetryDelay, now: number): boolean {
  return retryAt > now && retryAt - now <= PACES[pace].atMostMs;
}

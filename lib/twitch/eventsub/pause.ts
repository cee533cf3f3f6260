import { HOUR, MINUTE, SECOND } from '@/lib/time';

/** How the pauses between attempts grow. */
export interface Pace {
  firstMs: number;
  atMostMs: number;
}

/** For a connection that was lost or never came about. */
export const SOON: Pace = { firstMs: SECOND, atMostMs: 2 * MINUTE };

/**
 * For what is not mended within seconds: a limit of Twitch's, a token in doubt. A minute at least,
 * in which Twitch's bucket of requests is full again as well, whether or not the browser lets us
 * read when.
 */
export const CALMLY: Pace = { firstMs: 2 * MINUTE, atMostMs: 5 * MINUTE };

/** For what only people can mend. */
export const SELDOM: Pace = { firstMs: HOUR, atMostMs: HOUR };

/** The pause after so many failures in a row, in milliseconds. `random` is from 0 up to 1. */
export function pauseAfter(failures: number, { firstMs, atMostMs }: Pace, random: number): number {
  const fullMs = Math.min(firstMs * 2 ** (failures - 1), atMostMs);
  // Half of it at random, so that a thousand clients do not come back in the same second.
  return fullMs * (0.5 + random / 2);
}

import { type Clock, SECOND } from '@/lib/time';

/** Runs something when it is its turn. Returns a function that leaves the queue. */
export type TakeTurn = (run: () => void) => () => void;

/** Fifty requests take less than two minutes, and are a small part of what Twitch allows. */
const BETWEEN_MS = 2 * SECOND;
/** Whatever the clock does, nobody waits longer. */
const MOST_MS = 120 * SECOND;

/** Returns a queue that lets one after another run, at once if nobody has run for a while. */
export function createTurns(clock: Clock): TakeTurn {
  let nextAt = Number.NEGATIVE_INFINITY;
  return (run) => {
    const now = clock.now();
    const at = Math.min(Math.max(nextAt, now), now + MOST_MS);
    nextAt = at + BETWEEN_MS;
    return clock.after(at - now, run);
  };
}

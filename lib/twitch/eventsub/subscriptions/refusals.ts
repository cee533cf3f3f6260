import { type Clock, MINUTE } from '@/lib/time';

/** Subscriptions that Twitch has refused or revoked, by subscription key. */
export interface Refusals {
  add(key: string): void;
  /** Milliseconds for which a subscription must not be asked for; 0 if it may be. */
  endsIn(key: string): number;
  /** The end of each refusal in milliseconds since 1970, for the next session. */
  until(): Record<string, number>;
}

const STANDS_FOR_MS = 30 * MINUTE;

/**
 * A refusal stands for half an hour. Most of them are for good, as far as the token goes. But Twitch
 * gives the same answer to a viewer who is timed out in chat, or no moderator today, and never says
 * when that is over; so it is asked again, seldom enough to trouble nobody. `earlier`: those of the
 * session before.
 */
export function createRefusals(
  clock: Clock,
  earlier: Readonly<Record<string, number>> = {},
): Refusals {
  const until = new Map(Object.entries(earlier));
  return {
    add: (key) => void until.set(key, clock.now() + STANDS_FOR_MS),
    endsIn: (key) => {
      const left = (until.get(key) ?? 0) - clock.now();
      // More than it can be: the clock was set back since.
      return left > STANDS_FOR_MS ? 0 : Math.max(0, left);
    },
    until: () => Object.fromEntries(until),
  };
}

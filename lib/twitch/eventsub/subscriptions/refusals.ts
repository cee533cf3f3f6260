import { type Clock, MINUTE } from '@/lib/time';

/** Types that Twitch has refused, or taken away. */
export interface Refusals {
  add(type: string): void;
  /** For how many milliseconds yet a type is not to be asked for; 0 where it may be. */
  endsIn(type: string): number;
  /** Until when each type is not to be asked for, for the session after this one. */
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
    add: (type) => void until.set(type, clock.now() + STANDS_FOR_MS),
    endsIn: (type) => {
      const left = (until.get(type) ?? 0) - clock.now();
      // More than it can be: the clock was set back since.
      return left > STANDS_FOR_MS ? 0 : Math.max(0, left);
    },
    until: () => Object.fromEntries(until),
  };
}

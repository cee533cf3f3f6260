import { type Clock, MINUTE } from '@/lib/time';

/** The subscriptions that Twitch has refused or revoked, by subscription key. */
export interface Refusals {
  add(key: string): void;
  /** Forgets all refusals: they may not hold for a token with other scopes. */
  clear(): void;
  /** Returns for how many milliseconds a subscription must not be requested; 0 if it may be. */
  endsIn(key: string): number;
  /** Returns the end of each refusal in milliseconds since 1970, for the next session. */
  until(): Record<string, number>;
}

const VALID_FOR_MS = 30 * MINUTE;

/**
 * Creates the refusals of a session, with those of the `earlier` session. A refusal is valid for
 * half an hour. Most refusals hold as long as the token. But Twitch refuses a viewer who is timed
 * out in chat, or is not a moderator today, in the same way, and does not report when that is over.
 */
export function createRefusals(
  clock: Clock,
  earlier: Readonly<Record<string, number>> = {},
): Refusals {
  const until = new Map(Object.entries(earlier));
  return {
    add: (key) => void until.set(key, clock.now() + VALID_FOR_MS),
    clear: () => until.clear(),
    endsIn: (key) => {
      const remainingMs = (until.get(key) ?? 0) - clock.now();
      // A longer time is impossible: the clock was set back since.
      return remainingMs > VALID_FOR_MS ? 0 : Math.max(0, remainingMs);
    },
    until: () => Object.fromEntries(until),
  };
}

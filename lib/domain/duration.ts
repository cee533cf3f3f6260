/** Units of time that a person speaks of, the largest first, in seconds. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** A whole number of units of time. */
interface RoundedDuration {
  amount: number;
  unit: (typeof UNITS)[number][0] | 'second';
}

/** Differences that nobody speaks of: the time a message takes, and fractions of a long time. */
const SECONDS_OFF = 2;
const SHARE_OFF = 0.02;

/** Rounds seconds to the largest unit that says the length well enough, as a person would. */
export function roundedDuration(seconds: number): RoundedDuration {
  const tolerated = Math.max(SECONDS_OFF, seconds * SHARE_OFF);
  for (const [unit, size] of UNITS) {
    const amount = Math.round(seconds / size);
    if (amount > 0 && Math.abs(seconds - amount * size) <= tolerated) return { amount, unit };
  }
  return { amount: Math.round(seconds), unit: 'second' };
}

/** The simulator's source of time; a test may pass its own. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Returns RFC 3339 in UTC with milliseconds, as in Helix and in `connected_at`. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Returns RFC 3339 in UTC with nine fractional digits, as in `message_timestamp`. */
export function isoNanoseconds(milliseconds: number, beyondMilliseconds: number): string {
  const digits = String(beyondMilliseconds % 1_000_000).padStart(6, '0');
  return isoTime(milliseconds).replace('Z', `${digits}Z`);
}

/** Returns RFC 3339 in UTC with whole seconds, as in `started_at` and `followed_at`. */
export function isoSeconds(milliseconds: number): string {
  return `${isoTime(milliseconds).slice(0, 19)}Z`;
}

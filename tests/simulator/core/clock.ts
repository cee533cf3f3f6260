/** Where the simulator gets the time from; a test may pass one of its own. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** RFC 3339 in UTC with milliseconds, as Helix and `connected_at` have it. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** RFC 3339 in UTC with nine fractional digits, as `message_timestamp` has it. */
export function isoNanoseconds(milliseconds: number, beyondMilliseconds: number): string {
  const digits = String(beyondMilliseconds % 1_000_000).padStart(6, '0');
  return isoTime(milliseconds).replace('Z', `${digits}Z`);
}

/** RFC 3339 in UTC with whole seconds, as `started_at` and `followed_at` have it. */
export function isoSeconds(milliseconds: number): string {
  return `${isoTime(milliseconds).slice(0, 19)}Z`;
}

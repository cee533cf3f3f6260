import { DAY } from '@/lib/time';

/** Twitch opened in June 2011. Servers without a clock send the year 1. */
const EARLIEST = Date.UTC(2011, 0);

/** No TLS certificate is valid if the user's clock is further behind than this. */
const MAX_AHEAD_MS = 366 * DAY;

/** Returns a timestamp in milliseconds since 1970, or `null` if it is missing or unreadable. */
export function parseTimestamp(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

/**
 * Returns a timestamp in milliseconds since 1970, or `now` if it is unreadable or impossible. Any
 * time since 2011 is possible: the user's own clock may be wrong.
 */
export function plausibleTime(text: string, now: number): number {
  const time = Date.parse(text);
  return time >= EARLIEST && time <= now + MAX_AHEAD_MS ? time : now;
}

/** Returns the whole seconds between two timestamps, or `null` if one of them is unreadable. */
export function secondsBetween(from: string, to: string): number | null {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return Number.isNaN(seconds) ? null : seconds;
}

import { DAY } from '@/lib/time';

/** Twitch opened in June 2011; the zero time of Twitch's own machines is the year 1. */
const EARLIEST = Date.UTC(2011, 0);
/** A clock of the user's that is further behind than this finds no certificate valid. */
const AHEAD_AT_MOST_MS = 366 * DAY;

/**
 * A time of Twitch's in milliseconds; `now` where it can't be read or can't be. However old it is, it
 * is believed: the machine's own clock may be the one that is wrong.
 */
export function messageTime(text: string, now: number): number {
  const time = Date.parse(text);
  return time >= EARLIEST && time <= now + AHEAD_AT_MOST_MS ? time : now;
}

import type { EventOf } from '../event/event';

/** Live events have Twitch's time, backfilled ones the time of this computer. */
export const MAX_CLOCK_DIFFERENCE_MS = 60_000;

/**
 * Returns true if a broadcast went on after this report of its end. When an encoder loses its
 * connection for some seconds, Twitch reports the end and then the same broadcast again.
 */
export function isResumed(
  online: Pick<EventOf<'stream_online'>, 'created_at'>,
  end: Pick<EventOf<'stream_offline'>, 'created_at' | 'found_at'>,
): boolean {
  const tolerance = end.found_at === undefined ? 0 : MAX_CLOCK_DIFFERENCE_MS;
  return online.created_at > end.created_at - tolerance;
}

import { SECOND } from '@/lib/time';

/** A message that is read `now`, and when Twitch sent it by its own clock. Milliseconds since 1970. */
interface Arrival {
  sentAt: number | null;
  now: number;
}

/** Messages that came at the pace at which they were sent differ by no more than this. */
const IN_STEP_MS = SECOND;

/**
 * Tells when messages of a connection were sent, by this computer's clock: a message that was on its
 * way as the computer fell asleep is read when that wakes, hours later. The two clocks are compared by
 * the message that took least, and anew where messages come as far apart as they were sent: then it
 * is a clock that was set. What bears no time was sent no earlier than the one before.
 */
export function createClockOffset(): (message: Arrival) => number {
  let quickest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  let before = { now: Number.POSITIVE_INFINITY, took: 0 };
  return ({ sentAt, now }) => {
    if (sentAt !== null) {
      const took = now - sentAt;
      const isInStep = now - before.now > IN_STEP_MS && Math.abs(took - before.took) < IN_STEP_MS;
      quickest = isInStep ? took : Math.min(quickest, took);
      before = { now, took };
      latest = Math.max(latest, sentAt + quickest);
    }
    if (quickest === Number.POSITIVE_INFINITY) return now;
    // Nothing comes from the future: the clock was set back.
    latest = Math.min(latest, now);
    return latest;
  };
}

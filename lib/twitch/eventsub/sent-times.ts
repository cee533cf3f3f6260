/** A message that is read `now`, and when Twitch sent it by its own clock. Milliseconds since 1970. */
interface Arrival {
  sentAt: number | null;
  now: number;
}

/**
 * Tells when messages of a connection were sent, by this computer's clock: a message that was on its
 * way as the computer fell asleep is read when that wakes, hours later. The two clocks are compared
 * by the message that took least; what bears no time was sent no earlier than the one before.
 */
export function createSentTimes(): (message: Arrival) => number {
  let quickest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  return ({ sentAt, now }) => {
    if (sentAt !== null) {
      quickest = Math.min(quickest, now - sentAt);
      latest = Math.max(latest, sentAt + quickest);
    }
    if (quickest === Number.POSITIVE_INFINITY) return now;
    // Nothing comes from the future: the clock was set back.
    latest = Math.min(latest, now);
    return latest;
  };
}

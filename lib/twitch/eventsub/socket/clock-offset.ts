import { SECOND } from '@/lib/time';

/** The times of one message, in milliseconds since 1970. */
interface MessageTimes {
  /** When Twitch sent it, by Twitch's clock; `null` if the message has no time. */
  sentAt: number | null;
  /** When it was read, by this computer's clock. */
  now: number;
}

/** Two messages arrived as far apart as they were sent if the difference is less than this. */
const IN_STEP_MS = SECOND;

/**
 * Returns a function that converts the time at which Twitch sent a message to this computer's
 * clock. A message can be read hours after it was sent, for example when the computer slept in
 * between.
 *
 * The message with the shortest way shows how far apart the two clocks are. The difference is
 * measured again when two messages arrive as far apart as they were sent: then the way did not get
 * longer, but this computer's clock was changed. A message without a time counts as sent no earlier
 * than the one before it.
 */
export function createClockOffset(): (message: MessageTimes) => number {
  let offset = Number.POSITIVE_INFINITY;
  let latestSentAt = Number.NEGATIVE_INFINITY;
  let previous = { now: Number.POSITIVE_INFINITY, difference: 0 };
  return ({ sentAt, now }) => {
    if (sentAt !== null) {
      const difference = now - sentAt;
      const isInStep =
        now - previous.now > IN_STEP_MS && Math.abs(difference - previous.difference) < IN_STEP_MS;
      offset = isInStep ? difference : Math.min(offset, difference);
      previous = { now, difference };
      latestSentAt = Math.max(latestSentAt, sentAt + offset);
    }
    if (offset === Number.POSITIVE_INFINITY) return now;
    // No message comes from the future: the clock was set back.
    latestSentAt = Math.min(latestSentAt, now);
    return latestSentAt;
  };
}

import type { Clock } from './clock.ts';
import type { Publication } from './publication.ts';

/** A published event with the messages that carried it. */
export interface SentEvent {
  /** Counts from 1. */
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  type: string;
  /** The id of the streamer on whose channel it happened; null if the event names no channel. */
  streamer_id: string | null;
  event: Publication['event'];
  /** Ids of the messages that were sent; empty if no subscription received the event. */
  message_ids: string[];
}

/** All published events, with and without receivers. */
export interface SentLog {
  add(publication: Publication, messageIds: string[]): void;
  after(number: number): SentEvent[];
}

/** The fields that name the channel of an event; types have different ones. */
const STREAMER_FIELDS = ['broadcaster_user_id', 'broadcaster_id', 'from_broadcaster_user_id'];

/** Returns the id of the streamer on whose channel an event happened: who raids, if it is a raid. */
export function streamerOf(event: Publication['event']): string | null {
  const ids = STREAMER_FIELDS.map((field) => event[field]);
  return ids.find((id) => typeof id === 'string') ?? null;
}

/** Enough for more than a month of evenings, or for a week of them with five streamers. */
const KEPT = 100_000;

export function createSentLog(clock: Clock): SentLog {
  let log: SentEvent[] = [];
  let number = 0;
  return {
    add({ type, event }, message_ids) {
      number += 1;
      log.push({
        number,
        at: clock.now(),
        type,
        streamer_id: streamerOf(event),
        event,
        message_ids,
      });
      if (log.length > 2 * KEPT) log = log.slice(-KEPT);
    },
    after: (from) => log.filter((sent) => sent.number > from),
  };
}

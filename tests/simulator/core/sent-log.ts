import type { Clock } from './clock.ts';
import type { Publication } from './publication.ts';

/** A published event with the messages that carried it. */
export interface Sent {
  /** Counts from 1. */
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  type: string;
  event: Publication['event'];
  /** Ids of the messages that were sent; empty if no subscription received the event. */
  message_ids: string[];
}

/** All published events, with and without receivers. */
export interface SentLog {
  add(publication: Publication, messageIds: string[]): void;
  after(number: number): Sent[];
}

/** Enough for more than a month of evenings. */
const KEPT = 100_000;

export function createSentLog(clock: Clock): SentLog {
  let log: Sent[] = [];
  let number = 0;
  return {
    add({ type, event }, message_ids) {
      number += 1;
      log.push({ number, at: clock.now(), type, event, message_ids });
      if (log.length > 2 * KEPT) log = log.slice(-KEPT);
    },
    after: (from) => log.filter((sent) => sent.number > from),
  };
}

import type { Publication } from '../eventsub/matching.ts';
import type { Clock } from './clock.ts';

/** One event, and who got it. */
export interface Sent {
  /** Counts from 1. */
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  type: string;
  event: Publication['event'];
  /** Of the messages that went out; empty where nobody listened. */
  message_ids: string[];
}

/** All that happened, whoever was told. */
export interface SentLog {
  note(publication: Publication, messageIds: string[]): void;
  after(number: number): Sent[];
}

/** More than a month of evenings. */
const KEPT = 100_000;

export function createSentLog(clock: Clock): SentLog {
  let log: Sent[] = [];
  let number = 0;
  return {
    note({ type, event }, message_ids) {
      number += 1;
      log.push({ number, at: clock.now(), type, event, message_ids });
      if (log.length > 2 * KEPT) log = log.slice(-KEPT);
    },
    after: (from) => log.filter((sent) => sent.number > from),
  };
}

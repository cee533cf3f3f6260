import type { EventKind } from '../event/event-kind';
import type { User } from '../event/user';
import { type FeedRow, rowKind } from '../row/row';
import { describeRow, describeSecondary, userMessageOf } from '../wording/describe';
import type { Message } from '../wording/message';
import { isImportant, type Tone, toneOf } from './emphasis';

/**
 * A row as screens show it: told, but not yet in any language. It is small, and bears nothing of the
 * event that is not on screen, so the panel needs neither the event nor what it takes to tell it.
 */
export interface RowView {
  /** Id of the first event stored for it. */
  id: string;
  kind: EventKind;
  /** Arrival of the newest event in it. */
  lastSeq: number;
  /** Time of the latest news in it: this or `lastSeq` grows whenever the row changes. */
  changedAt: number;
  /** Milliseconds since 1970. */
  createdAt: number;
  told: Message;
  more: Message | null;
  /** What the viewer themself wrote; empty for nothing. */
  words: string;
  /** Whom it is about beside the one it names: known recipients of a gift bomb, or all who followed. */
  people: User[];
  tone: Tone;
  /** Nobody was listening when it happened: Twitch told of it later. */
  isFoundLater: boolean;
  isImportant: boolean;
}

/** Tells a row. */
export function viewOf(row: FeedRow): RowView {
  return {
    id: row.id,
    kind: rowKind(row),
    lastSeq: row.lastSeq,
    changedAt: row.changedAt,
    createdAt: row.event.created_at,
    told: describeRow(row),
    more: describeSecondary(row),
    words: userMessageOf(row),
    people: row.bomb?.recipients ?? row.followers,
    tone: toneOf(row),
    isFoundLater: row.event.found_at !== undefined,
    isImportant: isImportant(row),
  };
}

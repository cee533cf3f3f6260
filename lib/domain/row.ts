import type { EventOf, StreamEvent } from './event';
import { type EventKind, phaseOf } from './event-kind';
import type { Person } from './person';

/**
 * An event in the log. `seq` is its place in order of arrival. `row_at` is its `created_at` where
 * the event begins a row of the lists and absent where it joins one, so that the newest rows are
 * one short walk over one index.
 */
export type StoredEvent = StreamEvent & {
  seq: number;
  row_at?: number;
  /** From when on it may be folded into the row before it; absent once that was looked into. */
  folds_at?: number;
};

/** What is known of a gift bomb so far. Its parts come in any order, and some may never come. */
export interface GiftBomb {
  /** As its header says; `null` until that came. */
  total: number | null;
  recipients: Person[];
}

/** One line of a list: an event, or several that belong to one growing thing. */
export interface FeedRow {
  /** Id of the first event stored for it: stays the same however the row grows. */
  id: string;
  /** Arrival of the newest event in it. */
  lastSeq: number;
  /** Time of the latest news in it, in milliseconds since 1970. */
  changedAt: number;
  /** The event it is told by, and whose time and kind it bears. */
  event: StreamEvent;
  bomb: GiftBomb | null;
}

function isGift(event: StoredEvent): event is EventOf<'gift'> & StoredEvent {
  return event.event_type === 'gift';
}

function isHeader(event: StoredEvent): event is EventOf<'community_gift'> & StoredEvent {
  return event.event_type === 'community_gift';
}

function plain({
  seq: _seq,
  row_at: _rowAt,
  folds_at: _foldsAt,
  ...event
}: StoredEvent): StreamEvent {
  return event;
}

function bombOf(members: readonly StoredEvent[]): GiftBomb {
  return {
    total: members.find(isHeader)?.detail.total ?? null,
    recipients: members.filter(isGift).map((gift) => gift.detail.recipient),
  };
}

function isLater(event: StoredEvent, than: StoredEvent): boolean {
  const phases = phaseOf(event.event_type) - phaseOf(than.event_type);
  return phases === 0 ? event.seq > than.seq : phases > 0;
}

/** The event that tells how far a thing has come, whatever the order in which its phases came. */
function newestOf(members: readonly StoredEvent[], anchor: StoredEvent): StoredEvent {
  return members.reduce((newest, next) => (isLater(next, newest) ? next : newest), anchor);
}

/**
 * Builds the row of `anchor`, the first event stored of its thread, from all `members` of that
 * thread in order of arrival (the anchor among them). Pure. A gift bomb is told by its header, any
 * other thing by the latest it has come to.
 */
export function toRow(anchor: StoredEvent, members: readonly StoredEvent[]): FeedRow {
  if (anchor.thread === undefined) {
    const { id, seq: lastSeq, created_at: changedAt } = anchor;
    return { id, lastSeq, changedAt, event: plain(anchor), bomb: null };
  }
  const isBomb = isGift(anchor) || isHeader(anchor);
  const telling = isBomb ? (members.find(isHeader) ?? anchor) : newestOf(members, anchor);
  return {
    id: anchor.id,
    lastSeq: Math.max(anchor.seq, ...members.map((member) => member.seq)),
    changedAt: Math.max(...members.map((member) => member.created_at)),
    // A progress that began the row may since have been replaced by a later one.
    event: { ...plain(telling), created_at: anchor.row_at ?? anchor.created_at },
    bomb: isBomb ? bombOf(members) : null,
  };
}

/** The kind a row is shown as: a gift bomb is one, whichever of its parts came first. */
export function rowKind(row: FeedRow): EventKind {
  return row.bomb === null ? row.event.event_type : 'community_gift';
}

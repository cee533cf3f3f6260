import type { EventOf, Person, StreamEvent } from './event';
import type { EventKind } from './event-kind';

/**
 * An event in the log. `seq` is its place in order of arrival. `row_at` is its `created_at` where
 * the event begins a row of the lists and absent where it joins one, so that the newest rows are
 * one short walk over one index.
 */
export type StoredEvent = StreamEvent & { seq: number; row_at?: number };

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

function plain({ seq: _seq, row_at: _rowAt, ...event }: StoredEvent): StreamEvent {
  return event;
}

/**
 * Builds the row of `anchor`, the first event stored of its thread, from all `members` of that
 * thread in order of arrival (the anchor among them). Pure.
 */
export function toRow(anchor: StoredEvent, members: readonly StoredEvent[]): FeedRow {
  if (anchor.thread === undefined) {
    return { id: anchor.id, lastSeq: anchor.seq, event: plain(anchor), bomb: null };
  }
  const header = members.find(isHeader);
  return {
    id: anchor.id,
    lastSeq: Math.max(anchor.seq, ...members.map((member) => member.seq)),
    event: { ...plain(header ?? anchor), created_at: anchor.created_at },
    bomb: {
      total: header?.detail.total ?? null,
      recipients: members.filter(isGift).map((gift) => gift.detail.recipient),
    },
  };
}

/** The kind a row is shown as: a gift bomb is one, whichever of its parts came first. */
export function rowKind(row: FeedRow): EventKind {
  return row.bomb === null ? row.event.event_type : 'community_gift';
}

import { changedParts } from '../channel/channel-info';
import type { EventOf, StreamEvent } from '../event/event';
import { type EventKind, phaseOf } from '../event/event-kind';
import type { User } from '../event/user';

/**
 * An event in the log. An event that begins a row of the lists is the anchor of the row and has
 * `row_at`; the other events of the row do not. So the newest rows are the end of one index.
 */
export type StoredEvent = StreamEvent & {
  /** Arrival number. */
  seq: number;
  /** The `created_at` of an anchor, in milliseconds since 1970. */
  row_at?: number;
  /** Time from which a follow may be grouped (milliseconds since 1970); removed once tried. */
  folds_at?: number;
  /**
   * Of the start of a broadcast: the time of the latest report that it went on after an end
   * (milliseconds since 1970).
   */
  resumed_at?: number;
};

/** The known parts of a gift bomb. They arrive in any order, and some may never arrive. */
export interface GiftBomb {
  /** The number of gifts, from the header; `null` until the header has arrived. */
  total: number | null;
  recipients: User[];
}

/** One row of a list: an event, or several events that belong together. */
export interface FeedRow {
  /** The id of the first event stored for it. It stays the same while the row grows. */
  id: string;
  /** Arrival number of its newest event. */
  lastSeq: number;
  /** Arrival number of its newest event that makes it unseen again, see {@link makesUnseen}. */
  newSeq: number;
  /** Time of its latest event, in milliseconds since 1970. */
  changedAt: number;
  /** The event that describes the row, with the time of the row. */
  event: StreamEvent;
  bomb: GiftBomb | null;
  /** The users of a group of follows, newest first, each once; empty for any other row. */
  followers: User[];
  /** True if its changes of the channel left everything as it was before. */
  isUndone: boolean;
}

function isGift(event: StoredEvent): event is EventOf<'gift'> & StoredEvent {
  return event.event_type === 'gift';
}

function isHeader(event: StoredEvent): event is EventOf<'community_gift'> & StoredEvent {
  return event.event_type === 'community_gift';
}

function isUpdate(event: StoredEvent): event is EventOf<'channel_update'> & StoredEvent {
  return event.event_type === 'channel_update';
}

/** Returns an event as it was recorded, without what the log adds to it. */
export function eventOf({
  seq: _seq,
  row_at: _rowAt,
  folds_at: _foldsAt,
  resumed_at: _resumedAt,
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

function byTime<Event extends StoredEvent>(members: readonly Event[]): Event[] {
  return members.toSorted((a, b) => a.created_at - b.created_at || a.seq - b.seq);
}

function isLater(event: StoredEvent, than: StoredEvent): boolean {
  const phases = phaseOf(event.event_type) - phaseOf(than.event_type);
  return phases === 0 ? event.seq > than.seq : phases > 0;
}

/** Returns the event of the latest phase, in whatever order the events arrived. */
function latestPhaseOf(members: readonly StoredEvent[], anchor: StoredEvent): StoredEvent {
  return members.reduce((latest, next) => (isLater(next, latest) ? next : latest), anchor);
}

/** Returns several changes as one: from the state before the first to the state after the last. */
function mergedUpdate(members: readonly StoredEvent[], anchor: StoredEvent): StoredEvent {
  const updates = byTime(members.filter(isUpdate));
  const [first, last] = [updates.at(0), updates.at(-1)];
  if (first === undefined || last === undefined) return anchor;
  return { ...last, detail: { before: first.detail.before, after: last.detail.after } };
}

function isUndone(
  members: readonly StoredEvent[],
  { detail: { before, after } }: EventOf<'channel_update'>,
): boolean {
  if (before === null || changedParts(before, after).size > 0) return false;
  return members
    .filter(isUpdate)
    .some((update) => changedParts(before, update.detail.after).size > 0);
}

function followersOf(members: readonly StoredEvent[]): User[] {
  const followers = new Map<string, User>();
  for (const { id, viewer_id, viewer_login: login, viewer_name: name } of byTime(members)) {
    // A user who followed again is at the place of the last follow.
    followers.delete(viewer_id ?? id);
    followers.set(viewer_id ?? id, { id: viewer_id, login, name });
  }
  return [...followers.values()].toReversed();
}

function describingEvent(anchor: StoredEvent, members: readonly StoredEvent[]): StoredEvent {
  if (isGift(anchor) || isHeader(anchor)) return members.find(isHeader) ?? anchor;
  if (isUpdate(anchor)) return mergedUpdate(members, anchor);
  if (anchor.event_type === 'follow') return byTime(members).at(-1) ?? anchor;
  return latestPhaseOf(members, anchor);
}

/**
 * Builds the row of `anchor`, the first stored event of its thread. `members` are all events of the
 * thread in order of arrival, with the anchor; for an event without a thread only the anchor. A
 * gift bomb is described by its header, changes of the channel as one change, follows by the
 * newest, and anything else by its latest phase.
 */
export function toRow(anchor: StoredEvent, members: readonly StoredEvent[]): FeedRow {
  const event = describingEvent(anchor, members);
  const isThread = anchor.thread !== undefined;
  return {
    id: anchor.id,
    lastSeq: Math.max(...members.map((member) => member.seq)),
    newSeq: Math.max(anchor.seq, ...members.filter(makesUnseen).map((member) => member.seq)),
    changedAt: Math.max(...members.map((member) => member.created_at)),
    // Not `created_at`: a later report may have replaced a progress that began the row.
    event: { ...eventOf(event), created_at: anchor.row_at ?? anchor.created_at },
    bomb: isThread && (isGift(anchor) || isHeader(anchor)) ? bombOf(members) : null,
    followers: isThread && anchor.event_type === 'follow' ? followersOf(members) : [],
    isUndone: isUpdate(event) && isUndone(members, event),
  };
}

/** Returns the kind of a row. That of a gift bomb does not depend on which part arrived first. */
export function rowKind(row: FeedRow): EventKind {
  return row.bomb === null ? row.event.event_type : 'community_gift';
}

/**
 * Returns true if an event makes its row unseen again. A follow or a change of the channel does; a
 * gift that joins a gift bomb, for example, does not.
 */
export function makesUnseen({ event_type, row_at }: StoredEvent): boolean {
  return row_at !== undefined || event_type === 'follow' || event_type === 'channel_update';
}

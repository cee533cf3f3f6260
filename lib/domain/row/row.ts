import { changedParts } from '../channel/channel-info';
import type { EventOf, StreamEvent } from '../event/event';
import { type EventKind, phaseOf } from '../event/event-kind';
import type { User } from '../event/user';

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
  recipients: User[];
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
  /** Who followed, where that was taken into one row: newest first, everybody once; else empty. */
  followers: User[];
  /** Whether the changes it tells of left everything as it was. */
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

function inTime<Event extends StoredEvent>(members: readonly Event[]): Event[] {
  return members.toSorted((one, other) => one.created_at - other.created_at || one.seq - other.seq);
}

function isLater(event: StoredEvent, than: StoredEvent): boolean {
  const phases = phaseOf(event.event_type) - phaseOf(than.event_type);
  return phases === 0 ? event.seq > than.seq : phases > 0;
}

/** The event that tells how far a thing has come, whatever the order in which its phases came. */
function newestOf(members: readonly StoredEvent[], anchor: StoredEvent): StoredEvent {
  return members.reduce((newest, next) => (isLater(next, newest) ? next : newest), anchor);
}

/** Several changes as one, from what there was before the first to what there is after the last. */
function mergedUpdate(members: readonly StoredEvent[], anchor: StoredEvent): StoredEvent {
  const updates = inTime(members.filter(isUpdate));
  const [first, last] = [updates.at(0), updates.at(-1)];
  if (first === undefined || last === undefined) return anchor;
  return { ...last, detail: { before: first.detail.before, after: last.detail.after } };
}

function isUndone(
  members: readonly StoredEvent[],
  { detail: { before, after } }: EventOf<'channel_update'>,
): boolean {
  if (before === null || changedParts(before, after).size > 0) return false;
  return members.filter(isUpdate).some((one) => changedParts(before, one.detail.after).size > 0);
}

function followersOf(members: readonly StoredEvent[]): User[] {
  const everybody = new Map<string, User>();
  for (const { id, viewer_id, viewer_login: login, viewer_name: name } of inTime(members)) {
    // One who followed again stands where they did so last.
    everybody.delete(viewer_id ?? id);
    everybody.set(viewer_id ?? id, { id: viewer_id, login, name });
  }
  return [...everybody.values()].toReversed();
}

function tellingOf(anchor: StoredEvent, members: readonly StoredEvent[]): StoredEvent {
  if (isGift(anchor) || isHeader(anchor)) return members.find(isHeader) ?? anchor;
  if (isUpdate(anchor)) return mergedUpdate(members, anchor);
  if (anchor.event_type === 'follow') return inTime(members).at(-1) ?? anchor;
  return newestOf(members, anchor);
}

/**
 * Builds the row of `anchor`, the first event stored of its thread, from all `members` of that
 * thread in order of arrival (the anchor among them; of an event without a thread only that). Pure. A gift bomb is told
 * by its header, changes of the channel as one change, follows by the newest, any other thing by
 * the latest it has come to.
 */
export function toRow(anchor: StoredEvent, members: readonly StoredEvent[]): FeedRow {
  const telling = tellingOf(anchor, members);
  const isThread = anchor.thread !== undefined;
  return {
    id: anchor.id,
    lastSeq: Math.max(...members.map((member) => member.seq)),
    changedAt: Math.max(...members.map((member) => member.created_at)),
    // A progress that began the row may since have been replaced by a later one.
    event: { ...plain(telling), created_at: anchor.row_at ?? anchor.created_at },
    bomb: isThread && (isGift(anchor) || isHeader(anchor)) ? bombOf(members) : null,
    followers: isThread && anchor.event_type === 'follow' ? followersOf(members) : [],
    isUndone: isUpdate(telling) && isUndone(members, telling),
  };
}

/** The kind a row is shown as: a gift bomb is one, whichever of its parts came first. */
export function rowKind(row: FeedRow): EventKind {
  return row.bomb === null ? row.event.event_type : 'community_gift';
}

/**
 * Whether there is something in an event that the user has not seen with the row it is in: what joins
 * a gift bomb is nothing new, but everybody who follows and every change of the channel is.
 */
export function isNews({ event_type, row_at }: StoredEvent): boolean {
  return row_at !== undefined || event_type === 'follow' || event_type === 'channel_update';
}

import type { Span } from '@/lib/domain/history/spans';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../../database';
import type { RowPosition } from '../row-anchors';

/** An event at its place in a list; `event` is absent if only its key was read. */
export interface Entry extends RowPosition {
  event?: StoredEvent;
}

/** In which direction a list is read, and from where on. */
export interface Reading {
  /** Only what is beyond this place; `null` for all. */
  after: RowPosition | null;
  /** True to read from old to new. */
  isNewer: boolean;
}

/** The part of a list to read. */
export interface Part extends Reading {
  /** Only what is in this time. */
  span: Span;
  limit: number;
}

/** Reads a part of a list, in the direction of reading. Returns less than the limit at its end only. */
export type ReadPart = (part: Part) => Promise<Entry[]>;

/** The indexes of the events whose keys end with a time. */
export type TimeIndex =
  | 'row_at'
  | 'created_at'
  | '[streamer_id+row_at]'
  | '[streamer_id+event_type+row_at]'
  | '[viewer_id+created_at]';

/** Returns the place of a row, which is that of the event that begins it. */
export function placeOfRow({ row_at, created_at, seq }: StoredEvent): RowPosition {
  return { at: row_at ?? created_at, seq };
}

/** Returns the place of an event among all events. */
export function placeOfEvent({ created_at: at, seq }: StoredEvent): RowPosition {
  return { at, seq };
}

/** Orders places in the direction of reading. */
export function compareIn({ isNewer }: Pick<Reading, 'isNewer'>) {
  const direction = isNewer ? 1 : -1;
  return (a: RowPosition, b: RowPosition): number => direction * (a.at - b.at || a.seq - b.seq);
}

/** Returns the list of the events of an index whose keys begin with `prefix`. */
export function eventList(
  db: Database,
  index: TimeIndex,
  prefix: readonly string[] = [],
): ReadPart {
  const placeOf = index.endsWith('row_at') || index.endsWith('row_at]') ? placeOfRow : placeOfEvent;
  const entries = (events: readonly StoredEvent[]): Entry[] =>
    events.map((event) => ({ ...placeOf(event), event }));
  const keyOf = (end: number) => (prefix.length === 0 ? end : [...prefix, end]);
  return async (part) => {
    const { isNewer, limit } = part;
    const { from, until, after } = boundsOf(part);
    const isUpToPlace = after !== null && !isNewer;
    const [first, last] = [
      after !== null && isNewer ? after.at : from,
      isUpToPlace ? after.at : until,
    ];
    const inOrder = () => {
      const range = db.events.where(index).between(keyOf(first), keyOf(last), true, isUpToPlace);
      return isNewer ? range : range.reverse();
    };
    if (after === null) return entries(await inOrder().limit(limit).toArray());
    // A key range cannot begin between events of the same time, so the one at this place is read, too.
    const compare = compareIn(part);
    const isBeyond = (event: StoredEvent) => compare(placeOf(event), after) > 0;
    const read = await inOrder()
      .limit(limit + 1)
      .toArray();
    const beyond = read.filter(isBeyond);
    if (beyond.length >= limit || read.length <= limit) return entries(beyond.slice(0, limit));
    // There are several events of this time.
    return entries(await inOrder().filter(isBeyond).limit(limit).toArray());
  };
}

/** Returns a list that has been read already. */
export function memoryList(entries: readonly Entry[]): ReadPart {
  const oldestFirst = entries.toSorted(compareIn({ isNewer: true }));
  const newestFirst = oldestFirst.toReversed();
  return async (part) => {
    const { from, until, after } = boundsOf(part);
    const compare = compareIn(part);
    const isInPart = (entry: Entry) =>
      from <= entry.at && entry.at < until && (after === null || compare(entry, after) > 0);
    return (part.isNewer ? oldestFirst : newestFirst).filter(isInPart).slice(0, part.limit);
  };
}

/**
 * Returns the time of a part, and the place to read on from if that is in this time. Otherwise the
 * whole time is beyond the place: what is not, nobody reads.
 */
export function boundsOf({ span, after }: Part): Span & Pick<Reading, 'after'> {
  const isInside = after !== null && span.from <= after.at && after.at < span.until;
  return { ...span, after: isInside ? after : null };
}

/** Returns the events of entries, without those that have been deleted since. */
export async function eventsAt(db: Database, entries: readonly Entry[]): Promise<StoredEvent[]> {
  const unread = entries.flatMap(({ event, seq }) => (event === undefined ? seq : []));
  const read = unread.length === 0 ? [] : await db.events.bulkGet(unread);
  const bySeq = new Map(read.map((event) => [event?.seq, event]));
  return entries.flatMap(({ event, seq }) => event ?? bySeq.get(seq) ?? []);
}

import Dexie from 'dexie';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { type Filter, isFiltering, isKindShown } from '@/lib/domain/filter/filter';
import { isSized, mayPass } from '@/lib/domain/filter/filter-rule';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';

/** The place of a row in a list: rows are ordered by time, then by arrival. */
export interface RowPosition {
  /** Milliseconds since 1970. */
  at: number;
  seq: number;
}

/** The rows to look for. */
export interface AnchorQuery {
  /** One streamer, or several for the list over everybody. */
  streamerIds: readonly string[];
  /** Returns the filter that rows of a streamer have to pass. */
  filterOf(streamerId: string): Filter;
  /** Only rows after this one in the list, which are older. */
  before?: RowPosition;
}

/** Reads the next anchors, newest first, up to a number of them. Returns none when all are read. */
export type ReadAnchors = (limit: number) => Promise<StoredEvent[]>;

/** The number of anchors of a kind that are skipped because they are too small. */
const MAX_SKIPPED = 500;
/** The number of anchors of everybody that are skipped, because they are filtered or of nobody listed. */
const MAX_SKIPPED_OF_ALL = 2000;
/** At least so many anchors are read at once, where some may be skipped. */
const MIN_READ = 20;
/** Each time it is read on there, so many times more is read at once. */
const GROWTH = 4;

/**
 * Returns a function that reads the anchors of rows that may pass the filter. The work is bounded,
 * however long the history is: of each kind it reads little more than is asked for, and of a kind
 * that can be too small at most 500 more. Of everybody, whose kinds would be too many lists, it
 * reads at most 2000 more. Older ones are not found.
 */
export function anchorReader(db: Database, query: AnchorQuery): ReadAnchors {
  const lists = listsOf(query).map((list) => createList(db, list, query.before));
  return async (limit) => {
    for (;;) {
      const waiting = lists.flatMap((list) => list.waiting).toSorted(newestFirst);
      const last = waiting[limit - 1];
      const behind = lists.filter((list) => mayGoBefore(list, last));
      if (behind.length === 0) {
        const next = waiting.slice(0, limit);
        for (const list of lists) list.waiting = list.waiting.filter((row) => !next.includes(row));
        return next;
      }
      // The kinds are read together, and only as far as the rows that are asked for.
      await Promise.all(behind.map((list) => list.readOn(limit)));
    }
  };
}

/** The anchors of one kind, or of all kinds. */
interface AnchorList {
  /** The anchors that are read and may pass, newest first. */
  waiting: StoredEvent[];
  /** The place up to which the list is read; absent at the start. */
  readonly end: RowPosition | undefined;
  readonly isRead: boolean;
  readOn(limit: number): Promise<void>;
}

/** Returns true if the unread part of a list may contain rows before `row`, or if there is none. */
function mayGoBefore({ isRead, end }: AnchorList, row: StoredEvent | undefined): boolean {
  if (isRead) return false;
  return end === undefined || row === undefined || isOlder(row, end);
}

/** What a list contains. */
interface ListQuery extends IndexRange {
  /** Returns true if the row of an anchor may pass. Absent if all do. */
  mayPass?(anchor: StoredEvent): boolean;
  maxSkipped: number;
}

function listsOf({ streamerIds, filterOf }: AnchorQuery): ListQuery[] {
  const [streamerId, ...others] = streamerIds;
  if (streamerId === undefined) return [];
  if (others.length > 0) return [listOfAll(new Set(streamerIds), filterOf)];
  const filter = filterOf(streamerId);
  const maxSkipped = MAX_SKIPPED;
  if (!isFiltering(filter)) {
    return [{ index: '[streamer_id+row_at]', prefix: [streamerId], maxSkipped }];
  }
  return EVENT_KINDS.filter((kind) => isKindShown(kind, filter)).map((kind) => ({
    index: '[streamer_id+event_type+row_at]',
    prefix: [streamerId, kind],
    ...(isSized(kind, filter) && { mayPass: (anchor) => mayPass(anchor, filter) }),
    maxSkipped,
  }));
}

function listOfAll(ids: ReadonlySet<string>, filterOf: AnchorQuery['filterOf']): ListQuery {
  const filters = new Map([...ids].map((id) => [id, filterOf(id)]));
  return {
    index: 'row_at',
    prefix: [],
    mayPass: (anchor) => {
      const filter = filters.get(anchor.streamer_id);
      if (filter === undefined || !isKindShown(anchor.event_type, filter)) return false;
      return mayPass(anchor, filter);
    },
    maxSkipped: MAX_SKIPPED_OF_ALL,
  };
}

function createList(
  db: Database,
  { mayPass: isShown, maxSkipped, ...range }: ListQuery,
  before: RowPosition | undefined,
): AnchorList {
  let end = before;
  let size = 0;
  let read = 0;
  let isRead = false;
  return {
    waiting: [],
    get end() {
      return read === 0 ? undefined : end;
    },
    get isRead() {
      return isRead;
    },
    async readOn(limit) {
      const most = limit + maxSkipped - read;
      size = isShown ? Math.min(most, Math.max(limit, MIN_READ, size * GROWTH)) : limit;
      const anchors = await newest(db, range, { limit: size, before: end });
      read += anchors.length;
      isRead = anchors.length < size || (isShown !== undefined && size === most);
      const last = anchors.at(-1);
      if (last !== undefined) end = positionOfAnchor(last);
      this.waiting.push(...(isShown ? anchors.filter(isShown) : anchors));
    },
  };
}

/** The part of an index in which all keys begin with `prefix`, and end with the time of the row. */
interface IndexRange {
  index: 'row_at' | '[streamer_id+row_at]' | '[streamer_id+event_type+row_at]';
  prefix: readonly string[];
}

/** Returns the newest anchors of a range, or the newest of those that are older than `before`. */
async function newest(
  db: Database,
  { index, prefix }: IndexRange,
  { limit, before }: { limit: number; before: RowPosition | undefined },
): Promise<StoredEvent[]> {
  const keyOf = (end: unknown) => (prefix.length === 0 ? end : [...prefix, end]);
  const anchors = (end: unknown) =>
    db.events.where(index).between(keyOf(Dexie.minKey), keyOf(end), true, true);
  if (before === undefined) return await anchors(Dexie.maxKey).reverse().limit(limit).toArray();
  // The index orders rows of the same time by `seq`, but a key range cannot begin at one. So the row
  // at this position is read, too.
  const read = await anchors(before.at)
    .reverse()
    .limit(limit + 1)
    .toArray();
  const older = read.filter((row) => isOlder(row, before));
  if (older.length >= limit || read.length <= limit) return older.slice(0, limit);
  // There are several rows of this time.
  return await anchors(before.at)
    .reverse()
    .filter((row) => isOlder(row, before))
    .limit(limit)
    .toArray();
}

function positionOfAnchor({ row_at, created_at, seq }: StoredEvent): RowPosition {
  return { at: row_at ?? created_at, seq };
}

function isOlder({ row_at, seq }: StoredEvent, { at, seq: beforeSeq }: RowPosition): boolean {
  return row_at === at ? seq < beforeSeq : (row_at ?? 0) < at;
}

function newestFirst(a: StoredEvent, b: StoredEvent): number {
  return (b.row_at ?? 0) - (a.row_at ?? 0) || b.seq - a.seq;
}

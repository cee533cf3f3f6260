import Dexie from 'dexie';
import type { FeedRow, StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from '../history/row-members';
import type { RowPosition } from './row-anchors';
import { rowOf } from './rows';

/** The rows of the log to read: all that is recorded, whatever a list's filter hides. */
export interface LogQuery {
  /** The streamer whose rows are read; `null` for those of everybody in the log. */
  streamerId: string | null;
  /** The id of the viewer at Twitch whose rows are read; `null` for those of everybody. */
  viewerId: string | null;
  /** Maximum number of rows. */
  limit: number;
  /** Only rows on one side of this one. Without it, the newest are read. */
  from?: LogStart;
}

/** A row, and in which direction from it to read. */
export interface LogStart {
  rowId: string;
  direction: 'older' | 'newer';
}

/** Some rows of the log that follow on one another. */
export interface LogRows {
  /** Newest first; those of a viewer by the time at which the viewer acted. */
  rows: FeedRow[];
  /** True if there are more in the direction of reading. */
  hasMore: boolean;
}

/** Events that are read at once, where some are left out: most viewers have few. */
const MIN_READ = 20;

/**
 * Reads rows of the log, over an index at any depth. Returns `null` if the row to begin from is not
 * stored any more. Opens no transaction, so that it works in a live query.
 */
export async function readLogRows(db: Database, query: LogQuery): Promise<LogRows | null> {
  const { from, limit } = query;
  const start = from === undefined ? null : await startOf(db, query, from.rowId);
  if (from !== undefined && start === null) return null;
  const isNewer = from?.direction === 'newer';
  const { anchors, hasMore } = await anchorsFrom(db, query, { start, isNewer, limit });
  const rows = await Promise.all(anchors.map((anchor) => rowOf(db, anchor)));
  return { rows: isNewer ? rows.toReversed() : rows, hasMore };
}

interface Reading {
  /** Where to read on; `null` for the newest. */
  start: RowPosition | null;
  isNewer: boolean;
  limit: number;
}

async function anchorsFrom(
  db: Database,
  query: LogQuery,
  { start, isNewer, limit }: Reading,
): Promise<{ anchors: StoredEvent[]; hasMore: boolean }> {
  const anchors: StoredEvent[] = [];
  // One more shows whether there are more.
  const size = query.viewerId === null ? limit + 1 : Math.max(limit + 1, MIN_READ);
  let position = start;
  for (;;) {
    const events = await eventsFrom(db, query, { start: position, isNewer, limit: size });
    const found = await Promise.all(events.map((event) => anchorOf(db, query, event)));
    anchors.push(...found.filter((anchor) => anchor !== null));
    if (anchors.length > limit) return { anchors: anchors.slice(0, limit), hasMore: true };
    const last = events.at(-1);
    if (last === undefined || events.length < size) return { anchors, hasMore: false };
    position = positionIn(query, last);
  }
}

/** Returns the part of an index that has the rows: its name, and what all its keys begin with. */
function rangeOf({ streamerId, viewerId }: LogQuery) {
  if (viewerId !== null) return { index: '[viewer_id+created_at]', prefix: [viewerId] };
  if (streamerId !== null) return { index: '[streamer_id+row_at]', prefix: [streamerId] };
  return { index: 'row_at', prefix: [] };
}

/** Returns the place of an event in the index that is read. */
function positionIn({ viewerId }: LogQuery, { created_at, row_at, seq }: StoredEvent): RowPosition {
  return { at: viewerId === null ? (row_at ?? created_at) : created_at, seq };
}

/** Returns the events of the range after a position, in the direction of reading. */
async function eventsFrom(
  db: Database,
  query: LogQuery,
  { start, isNewer, limit }: Reading,
): Promise<StoredEvent[]> {
  const { index, prefix } = rangeOf(query);
  const keyOf = (end: unknown) => (prefix.length === 0 ? end : [...prefix, end]);
  const [first, last] = isNewer
    ? [start?.at ?? Dexie.minKey, Dexie.maxKey]
    : [Dexie.minKey, start?.at ?? Dexie.maxKey];
  const range = db.events.where(index).between(keyOf(first), keyOf(last), true, true);
  const ordered = isNewer ? range : range.reverse();
  if (start === null) return await ordered.limit(limit).toArray();
  // A key range cannot begin between events of the same time.
  const isBeyond = (event: StoredEvent): boolean => {
    const { at, seq } = positionIn(query, event);
    return at !== start.at || (isNewer ? seq > start.seq : seq < start.seq);
  };
  return await ordered.filter(isBeyond).limit(limit).toArray();
}

/**
 * Returns the anchor of the row of an event; `null` if the row is not asked for, or listed at another
 * event: a row of a viewer is at their newest event in it.
 */
async function anchorOf(
  db: Database,
  { streamerId, viewerId }: LogQuery,
  event: StoredEvent,
): Promise<StoredEvent | null> {
  if (viewerId === null) return event;
  if (streamerId !== null && event.streamer_id !== streamerId) return null;
  const members = await membersOf(db, event);
  if (newestOf(members, viewerId)?.seq !== event.seq) return null;
  return members.find(({ row_at }) => row_at !== undefined) ?? event;
}

function newestOf(members: readonly StoredEvent[], viewerId: string): StoredEvent | undefined {
  return members
    .filter(({ viewer_id }) => viewer_id === viewerId)
    .toSorted((a, b) => a.created_at - b.created_at || a.seq - b.seq)
    .at(-1);
}

/** Returns the place of a row in the index that is read; `null` if it is not stored. */
async function startOf(db: Database, query: LogQuery, rowId: string): Promise<RowPosition | null> {
  const anchor = await db.events.where('id').equals(rowId).first();
  if (anchor === undefined) return null;
  if (query.viewerId === null) return positionIn(query, anchor);
  const newest = newestOf(await membersOf(db, anchor), query.viewerId);
  return newest === undefined ? null : positionIn(query, newest);
}

import Dexie from 'dexie';
import { EVENT_KINDS, type EventKind } from '@/lib/domain/event/event-kind';
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
  streamerId: string;
  filter: Filter;
  /** Maximum number of rows. */
  limit: number;
  /** Only rows after this one in the list, which are older. */
  before?: RowPosition;
}

/** The number of additional anchors that are read of a kind that can be too small. */
const MAX_SKIPPED = 500;

/**
 * Returns the anchors of the `limit` newest rows that pass the filter, newest first, followed by
 * more that may pass. The work is bounded, however long the history is: at most `limit` anchors of
 * each kind are read, and 500 more of a kind that can be too small. Older ones are not found.
 */
export async function newestAnchors(db: Database, query: AnchorQuery): Promise<StoredEvent[]> {
  const { streamerId, filter } = query;
  if (!isFiltering(filter)) {
    return await newest(db, { index: '[streamer_id+row_at]', prefix: [streamerId] }, query);
  }
  const kinds = EVENT_KINDS.filter((kind) => isKindShown(kind, filter));
  const byKind = await Promise.all(kinds.map((kind) => newestOfKind(db, query, kind)));
  return byKind.flat().toSorted(newestFirst);
}

async function newestOfKind(
  db: Database,
  query: AnchorQuery,
  kind: EventKind,
): Promise<StoredEvent[]> {
  const { streamerId, filter } = query;
  const limit = isSized(kind, filter) ? query.limit + MAX_SKIPPED : query.limit;
  const range = {
    index: '[streamer_id+event_type+row_at]',
    prefix: [streamerId, kind],
  } as const;
  const anchors = await newest(db, range, { ...query, limit });
  return anchors.filter((anchor) => mayPass(anchor, filter));
}

/** The part of an index in which all keys begin with `prefix`. */
interface IndexRange {
  index: '[streamer_id+row_at]' | '[streamer_id+event_type+row_at]';
  prefix: readonly string[];
}

async function newest(
  db: Database,
  { index, prefix }: IndexRange,
  { limit, before }: Pick<AnchorQuery, 'limit' | 'before'>,
): Promise<StoredEvent[]> {
  const end = before?.at ?? Dexie.maxKey;
  const anchors = db.events
    .where(index)
    .between([...prefix, Dexie.minKey], [...prefix, end], true, true)
    .reverse();
  // The index orders rows of the same time by `seq`, but a key range cannot begin at one.
  const older = before === undefined ? anchors : anchors.filter((row) => isOlder(row, before));
  return await older.limit(limit).toArray();
}

function isOlder({ row_at, seq }: StoredEvent, { at, seq: beforeSeq }: RowPosition): boolean {
  return row_at !== at || seq < beforeSeq;
}

function newestFirst(a: StoredEvent, b: StoredEvent): number {
  return (b.row_at ?? 0) - (a.row_at ?? 0) || b.seq - a.seq;
}

import Dexie from 'dexie';
import { EVENT_KINDS, type EventKind } from '@/lib/domain/event/event-kind';
import { type Filter, isFiltering, isKindShown } from '@/lib/domain/filter/filter';
import { isSized, mayPass } from '@/lib/domain/filter/filter-rule';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';

/** Which rows are looked for. */
export interface Wanted {
  streamerId: string;
  filter: Filter;
  /** How many, at most. */
  limit: number;
}

/** Of a kind whose events may be too small, how many are looked at beyond those wanted. */
const PASSED_OVER = 500;

/**
 * The events that begin the `limit` newest rows that pass the filter, newest first, and some more
 * that may pass. However long the history is, no more than `limit` of each kind are read, and 500
 * beyond them where they may be too small: what is older than that is not found.
 */
export async function newestAnchors(db: Database, wanted: Wanted): Promise<StoredEvent[]> {
  const { streamerId, filter, limit } = wanted;
  if (!isFiltering(filter)) return await newest(db, '[streamer_id+row_at]', [streamerId], limit);
  const kinds = EVENT_KINDS.filter((kind) => isKindShown(kind, filter));
  const byKind = await Promise.all(kinds.map((kind) => newestOfKind(db, wanted, kind)));
  return byKind.flat().toSorted(newerFirst);
}

async function newestOfKind(
  db: Database,
  { streamerId, filter, limit }: Wanted,
  kind: EventKind,
): Promise<StoredEvent[]> {
  const most = isSized(kind, filter) ? limit + PASSED_OVER : limit;
  const anchors = await newest(db, '[streamer_id+event_type+row_at]', [streamerId, kind], most);
  return anchors.filter((anchor) => mayPass(anchor, filter));
}

async function newest(
  db: Database,
  index: '[streamer_id+row_at]' | '[streamer_id+event_type+row_at]',
  of: readonly string[],
  limit: number,
): Promise<StoredEvent[]> {
  return await db.events
    .where(index)
    .between([...of, Dexie.minKey], [...of, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
}

function newerFirst(one: StoredEvent, other: StoredEvent): number {
  return (other.row_at ?? 0) - (one.row_at ?? 0) || other.seq - one.seq;
}

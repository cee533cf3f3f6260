import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { passes } from '@/lib/domain/filter/filter-rule';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from '../history/row-members';
import { anchorReader, type RowPosition } from './row-anchors';

/** The rows to read. */
export interface RowQuery {
  /** One streamer, or several for the list over everybody. */
  streamerIds: readonly string[];
  /** Maximum number of rows. */
  limit: number;
  /** Returns the filter of a streamer. Leaves out nothing by default. */
  filterOf?(streamerId: string): Filter;
  /** Only rows older than the one at this position. */
  before?: RowPosition;
}

/**
 * Returns the newest rows of streamers that pass their filters, newest first: by time, then by
 * arrival. How far back it looks is bounded, see {@link anchorReader}.
 */
export async function newestRows(
  db: Database,
  { filterOf = () => DEFAULT_FILTER, limit, ...query }: RowQuery,
): Promise<FeedRow[]> {
  // Without a transaction: inside one, live queries miss every other change, and Dexie sometimes
  // ends it too early, which makes the query fail.
  const readAnchors = anchorReader(db, { ...query, filterOf });
  const rows: FeedRow[] = [];
  while (rows.length < limit) {
    const anchors = await readAnchors(limit - rows.length);
    if (anchors.length === 0) break;
    const built = await Promise.all(anchors.map((anchor) => rowOf(db, anchor)));
    rows.push(...built.filter((row) => passes(row, filterOf(row.event.streamer_id))));
  }
  return rows;
}

/**
 * Returns the position of a row by the id of the row, or `null` if it is not stored. A row that has
 * since become part of another one keeps its position here.
 */
export async function positionOf(db: Database, rowId: string): Promise<RowPosition | null> {
  const anchor = await db.events.where('id').equals(rowId).first();
  if (anchor === undefined) return null;
  return { at: anchor.row_at ?? anchor.created_at, seq: anchor.seq };
}

/** Returns the row that `anchor` begins. */
export async function rowOf(db: Database, anchor: StoredEvent): Promise<FeedRow> {
  const members = await membersOf(db, anchor);
  // The row may have become part of another one since its anchor was read.
  return toRow(anchor, members.length === 0 ? [anchor] : members);
}

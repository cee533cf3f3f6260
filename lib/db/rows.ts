import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter';
import { isUndecided, mayPass, passes } from '@/lib/domain/filter-rule';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row';
import { newestAnchors } from './anchors';
import type { Database } from './database';

/**
 * The `limit` newest rows of a streamer that pass the filter, newest first: by time, then by arrival.
 * How far back it looks is bounded, see {@link newestAnchors}.
 */
export async function newestRows(
  db: Database,
  streamerId: string,
  limit: number,
  filter: Filter = DEFAULT_FILTER,
): Promise<FeedRow[]> {
  return await db.transaction('r', db.events, async () => {
    const anchors = await newestAnchors(db, { streamerId, filter, limit });
    const rows: FeedRow[] = [];
    while (rows.length < limit && anchors.length > 0) {
      const next = anchors.splice(0, limit - rows.length);
      const built = await Promise.all(next.map((anchor) => rowOf(db, anchor)));
      rows.push(...built.filter((row) => passes(row, filter)));
    }
    return rows;
  });
}

async function rowOf(db: Database, anchor: StoredEvent): Promise<FeedRow> {
  if (anchor.thread === undefined) return toRow(anchor, [anchor]);
  return toRow(anchor, await db.events.where('thread').equals(anchor.thread).toArray());
}

/** Up to as many events since then are looked at one by one. */
const RECENT = 500;

/** Which rows are counted. */
export interface Counted {
  streamerId: string;
  /** Only rows that began after the event with this arrival number. */
  after: number;
  /** Counting stops there. */
  most: number;
  filter?: Filter;
}

/**
 * How many rows of a streamer began after an arrival, of those that pass the filter. Where more than
 * 500 events came since then, only the newest rows are counted, see {@link newestAnchors}.
 */
export async function countRowsAfter(
  db: Database,
  { streamerId, after, most, filter = DEFAULT_FILTER }: Counted,
): Promise<number> {
  return await db.transaction('r', db.events, async () => {
    const since = db.events.where('seq').above(after);
    const recent = await since.limit(RECENT + 1).toArray();
    const anchors =
      recent.length > RECENT
        ? await newestAnchors(db, { streamerId, filter, limit: most })
        : recent.filter((event) => event.streamer_id === streamerId && event.row_at !== undefined);
    const began = anchors.filter((anchor) => anchor.seq > after);
    const shown = await Promise.all(began.map((anchor) => isShown(db, anchor, filter)));
    return Math.min(most, shown.filter(Boolean).length);
  });
}

async function isShown(db: Database, anchor: StoredEvent, filter: Filter): Promise<boolean> {
  if (!mayPass(anchor, filter)) return false;
  return !isUndecided(anchor, filter) || passes(await rowOf(db, anchor), filter);
}

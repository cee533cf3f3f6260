import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { isUndecided, mayPass, passes } from '@/lib/domain/filter/filter-rule';
import { type FeedRow, isNews, type StoredEvent, toRow } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from '../history/adjacent-rows';
import { newestAnchors } from './row-anchors';

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
  // In no transaction of its own: what is read in one, live queries see change only every other time,
  // and now and then Dexie ends it too early there, and the list fails.
  const anchors = await newestAnchors(db, { streamerId, filter, limit });
  const rows: FeedRow[] = [];
  while (rows.length < limit && anchors.length > 0) {
    const next = anchors.splice(0, limit - rows.length);
    const built = await Promise.all(next.map((anchor) => rowOf(db, anchor)));
    rows.push(...built.filter((row) => passes(row, filter)));
  }
  return rows;
}

async function rowOf(db: Database, anchor: StoredEvent): Promise<FeedRow> {
  const members = await membersOf(db, anchor);
  // It may have joined another row since it was read.
  return toRow(anchor, members.length === 0 ? [anchor] : members);
}

/** Up to as many events since then are looked at one by one. */
const RECENT = 500;

/** Which rows are counted. */
export interface Counted {
  streamerId: string;
  /** Only rows with news after the event with this arrival number. */
  after: number;
  /** Counting stops there. */
  most: number;
  filter?: Filter;
}

/**
 * In how many rows of a streamer there is news after an arrival, of those that pass the filter. Where
 * more than 500 events came since then, only the newest rows are counted, and those only that began
 * since then, see {@link newestAnchors}.
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
        : oneOfEachRow(recent.filter((event) => event.streamer_id === streamerId && isNews(event)));
    const began = anchors.filter((anchor) => anchor.seq > after);
    const shown = await Promise.all(began.map((anchor) => isShown(db, anchor, filter)));
    return Math.min(most, shown.filter(Boolean).length);
  });
}

function oneOfEachRow(events: readonly StoredEvent[]): StoredEvent[] {
  const rows = Map.groupBy(events, ({ id, thread }) => thread ?? id);
  return [...rows.values()].flatMap(([first]) => first ?? []);
}

async function isShown(db: Database, anchor: StoredEvent, filter: Filter): Promise<boolean> {
  if (!mayPass(anchor, filter)) return false;
  return !isUndecided(anchor, filter) || passes(await rowOf(db, anchor), filter);
}

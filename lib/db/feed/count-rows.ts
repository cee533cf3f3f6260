import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { isUndecided, mayPass, passes } from '@/lib/domain/filter/filter-rule';
import { isSeen, type SeenPart } from '@/lib/domain/history/seen';
import { makesUnseen, type StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { newestAnchors } from './row-anchors';
import { rowOf } from './rows';

/** If at most this many events are new, each of them is looked at. */
const MAX_RECENT = 500;

/** The rows to count. */
export interface CountQuery {
  streamerId: string;
  /** Only rows with an event that has a higher arrival number than this one. */
  after: number;
  /** Parts of the list that do not count, although they are newer. */
  parts?: readonly SeenPart[];
  /** Counting stops here. */
  limit: number;
  /** Leaves out nothing by default. */
  filter?: Filter;
}

/**
 * Counts the rows of a streamer that pass the filter and have new events. If there are more than
 * 500 new events, it counts only the newest rows, and of those only the ones that began with a new
 * event, see {@link newestAnchors}.
 */
export async function countRowsAfter(
  db: Database,
  { streamerId, after, parts = [], limit, filter = DEFAULT_FILTER }: CountQuery,
): Promise<number> {
  const isNew = (event: StoredEvent) => !isSeen({ upTo: after, parts }, event);
  // Below the parts there may be older rows that are new.
  const limitOfAnchors = parts.length === 0 ? limit : limit + MAX_RECENT;
  return await db.transaction('r', db.events, async () => {
    const since = db.events.where('seq').above(after);
    const recent = await since.limit(MAX_RECENT + 1).toArray();
    const anchors =
      recent.length > MAX_RECENT
        ? await newestAnchors(db, { streamerId, filter, limit: limitOfAnchors })
        : firstOfEachRow(
            recent.filter(
              (event) => event.streamer_id === streamerId && makesUnseen(event) && isNew(event),
            ),
          );
    const newAnchors = anchors.filter(isNew);
    const shown = await Promise.all(newAnchors.map((anchor) => isShown(db, anchor, filter)));
    return Math.min(limit, shown.filter(Boolean).length);
  });
}

function firstOfEachRow(events: readonly StoredEvent[]): StoredEvent[] {
  const rows = Map.groupBy(events, ({ id, thread }) => thread ?? id);
  return [...rows.values()].flatMap(([first]) => first ?? []);
}

async function isShown(db: Database, anchor: StoredEvent, filter: Filter): Promise<boolean> {
  if (!mayPass(anchor, filter)) return false;
  return !isUndecided(anchor, filter) || passes(await rowOf(db, anchor), filter);
}

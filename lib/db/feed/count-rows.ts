import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { isUndecided, mayPass, passes } from '@/lib/domain/filter/filter-rule';
import { isSeen, type SeenPart } from '@/lib/domain/history/seen';
import { makesUnseen, type StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { anchorReader } from './row-anchors';
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
  /** Arrival number of the newest event in the log, if it is known. */
  newestSeq?: number;
  /** Counting stops here. */
  limit: number;
  /** Leaves out nothing by default. */
  filter?: Filter;
}

/**
 * Counts the rows of a streamer that pass the filter and have new events. If there are more than
 * 500 new events, of whomever, it counts only the newest rows, and of those only the ones that began with a new
 * event, see {@link anchorReader}.
 */
export async function countRowsAfter(
  db: Database,
  { streamerId, after, parts = [], newestSeq = 0, limit, filter = DEFAULT_FILTER }: CountQuery,
): Promise<number> {
  const isNew = (event: StoredEvent) => !isSeen({ upTo: after, of: {}, parts }, event);
  // Below the parts there may be older rows that are new.
  const limitOfAnchors = parts.length === 0 ? limit : limit + MAX_RECENT;
  return await db.transaction('r', db.events, async () => {
    const since = db.events.where('seq').above(after);
    // The usual case of a streamer whom the user never looks at: others have sent many events since.
    const areMany = newestSeq - after > MAX_RECENT;
    const recent = areMany ? [] : await since.limit(MAX_RECENT + 1).toArray();
    if (areMany || recent.length > MAX_RECENT) {
      const readAnchors = anchorReader(db, { streamerIds: [streamerId], filterOf: () => filter });
      return await countNewest(async () => (await readAnchors(limitOfAnchors)).filter(isNew), {
        limit,
        isShown: (anchor) => isShown(db, anchor, filter),
      });
    }
    const anchors = firstOfEachRow(
      recent.filter(
        (event) => event.streamer_id === streamerId && makesUnseen(event) && isNew(event),
      ),
    );
    return Math.min(limit, await countShown(anchors, (anchor) => isShown(db, anchor, filter)));
  });
}

type IsShown = (anchor: StoredEvent) => Promise<boolean>;

/** Counts until `limit` rows are shown, or until there are no new rows among the next ones. */
async function countNewest(
  readNew: () => Promise<StoredEvent[]>,
  { limit, isShown }: { limit: number; isShown: IsShown },
): Promise<number> {
  let count = 0;
  while (count < limit) {
    const anchors = await readNew();
    if (anchors.length === 0) break;
    count += await countShown(anchors, isShown);
  }
  return Math.min(limit, count);
}

async function countShown(anchors: readonly StoredEvent[], isShown: IsShown): Promise<number> {
  const shown = await Promise.all(anchors.map(isShown));
  return shown.filter(Boolean).length;
}

function firstOfEachRow(events: readonly StoredEvent[]): StoredEvent[] {
  const rows = Map.groupBy(events, ({ id, thread }) => thread ?? id);
  return [...rows.values()].flatMap(([first]) => first ?? []);
}

async function isShown(db: Database, anchor: StoredEvent, filter: Filter): Promise<boolean> {
  if (!mayPass(anchor, filter)) return false;
  return !isUndecided(anchor, filter) || passes(await rowOf(db, anchor), filter);
}

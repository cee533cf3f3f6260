import { type Filter, isFiltering } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import { DEFAULT_MOMENTS, type MomentSettings, sizesFor } from '@/lib/domain/view/moments';
import { DEFAULT_CONTEXT, type ViewContext, viewOf } from '@/lib/domain/view/row-view';
import { channelsOf } from '../channels';
import type { Database } from '../database';
import { newestGaps } from '../history/newest-gaps';
import { newestSeq } from '../history/newest-seq';
import type { RowPosition } from './row-anchors';
import { newestRows, positionOf } from './rows';

/** The part of a list to read. */
export interface FeedQuery {
  /** One streamer, or several for the list over everybody. */
  streamerIds: readonly string[];
  /** Returns the filter that rows of a streamer have to pass. */
  filterOf(streamerId: string): Filter;
  /** What a moment is. */
  moments?: MomentSettings;
  /** Maximum number of rows. */
  limit: number;
  /** The id of a row: only older rows are read. Without it, the newest are. */
  before?: string;
}

/** A user who closes the browser every night must not see more gaps than events. */
const MAX_GAPS = 3;

/**
 * Reads one page of the list of a streamer, or of the list over everybody. Pass the id of the last row as `before` to read the
 * next page, as long as `hasOlder` is true: with a filter, a short page is not always the last. If
 * the row of `before` has been deleted, the page is empty: old events are deleted first.
 *
 * Opens no transaction, so that it works in a live query, see {@link newestRows}.
 */
export async function readFeed(
  db: Database,
  { streamerIds, filterOf, moments, limit, before }: FeedQuery,
): Promise<FeedPage> {
  const position = before === undefined ? undefined : await positionOf(db, before);
  if (position === null) {
    return { rows: [], gaps: [], newestSeq: await newestSeq(db), hasOlder: false };
  }
  const end = position && { before: position };
  // The gaps are not read after the rows: a live query observes only what begins before an await
  // that is nested in other async functions. Dexie loses its zone there:
  // https://dexie.org/docs/liveQuery()
  const [newest, feedRows, gaps, contexts] = await Promise.all([
    // Begun first: an event that arrives while the rows are read must not count as seen, and whoever
    // begins to read earlier sees no later state: https://w3c.github.io/IndexedDB/#transaction-scheduling
    newestSeq(db),
    // One row more shows whether there are older ones.
    newestRows(db, { streamerIds, filterOf, limit: limit + 1, ...end }),
    gapsOf(db, streamerIds, position),
    contextsOf(db, streamerIds, moments),
  ]);
  const rows = feedRows
    .slice(0, limit)
    .map((row) => viewOf(row, contexts.get(row.event.streamer_id)));
  const oldest = rows.at(-1);
  return {
    rows,
    gaps: gaps.filter(({ until }) => until > (oldest?.createdAt ?? 0)),
    newestSeq: newest,
    hasOlder:
      feedRows.length > limit ||
      // Rows beyond many that are too small are found only by looking on from the last one.
      (oldest !== undefined &&
        mayLeaveOut({ streamerIds, filterOf }) &&
        (await hasRowBefore(db, { streamerIds, filterOf }, oldest.id))),
  };
}

/** Returns what the views of rows depend on, by the id of the streamer. */
export async function contextsOf(
  db: Database,
  streamerIds: readonly string[],
  moments: MomentSettings = DEFAULT_MOMENTS,
): Promise<ReadonlyMap<string, ViewContext>> {
  const channels = await channelsOf(db, streamerIds);
  const context = (id: string): ViewContext => {
    const { recordings = DEFAULT_CONTEXT.recordings, moment_sizes } = channels.get(id) ?? {};
    return { sizes: sizesFor(moments, moment_sizes), recordings };
  };
  return new Map(streamerIds.map((id) => [id, context(id)]));
}

async function gapsOf(
  db: Database,
  [streamerId, ...others]: readonly string[],
  before: RowPosition | undefined,
): Promise<Gap[]> {
  if (streamerId === undefined || others.length > 0) return [];
  return await newestGaps(db, {
    streamerId,
    endedAfter: 0,
    ...(before && { endedBy: before.at }),
    limit: MAX_GAPS,
  });
}

/** Returns true if a list may lack rows that are stored: those of a filter, or of other streamers. */
function mayLeaveOut({ streamerIds, filterOf }: Pick<FeedQuery, 'streamerIds' | 'filterOf'>) {
  return streamerIds.length > 1 || streamerIds.some((id) => isFiltering(filterOf(id)));
}

/** Reads the first `pages` pages of a list as one, see {@link readFeed}. */
export async function readFeedPages(
  db: Database,
  query: FeedQuery,
  pages: number,
): Promise<FeedPage> {
  const list = await readFeed(db, query);
  for (let page = 1; page < pages && list.hasOlder; page += 1) {
    const before = list.rows.at(-1)?.id;
    if (before === undefined) break;
    const { rows, gaps, hasOlder } = await readFeed(db, { ...query, before });
    list.rows.push(...rows);
    list.gaps.push(...gaps);
    list.hasOlder = hasOlder;
  }
  return list;
}

async function hasRowBefore(
  db: Database,
  query: Pick<FeedQuery, 'streamerIds' | 'filterOf'>,
  rowId: string,
): Promise<boolean> {
  const before = await positionOf(db, rowId);
  if (before === null) return false;
  return (await newestRows(db, { ...query, limit: 1, before })).length > 0;
}

import type { Gap } from '@/lib/domain/history/gap';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import { type MomentSettings, sizesFor } from '@/lib/domain/view/moments';
import { DEFAULT_CONTEXT, viewOf } from '@/lib/domain/view/row-view';
import type { Database } from '../database';
import { newestGaps } from '../history/newest-gaps';
import { newestSeq } from '../history/newest-seq';
import { type LogQuery, readLogRows } from './log-rows';

/** The part of the history to read. */
export interface HistoryQuery extends LogQuery {
  /** What a moment is. */
  moments: MomentSettings;
}

/** One page of the history. */
export interface HistoryPage extends Omit<FeedPage, 'hasOlder'> {
  /** True if there is more in the direction of reading. */
  hasMore: boolean;
}

/** The most gaps among the rows of one page. */
const MAX_GAPS = 20;

/**
 * Reads one page of the history. Returns `null` if the row to begin from is not stored any more.
 * Opens no transaction, so that it works in a live query.
 */
export async function readHistory(db: Database, query: HistoryQuery): Promise<HistoryPage | null> {
  // Read first, and the newest gaps not after the rows, see `readFeed`.
  const newest = await newestSeq(db);
  const [log, newestGaps, channels] = await Promise.all([
    readLogRows(db, query),
    query.from === undefined ? gapsIn(db, query, 0) : null,
    db.channels.toArray(),
  ]);
  if (log === null) return null;
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const rows = log.rows.map((row) => {
    const { recordings, moment_sizes } = byId.get(row.event.streamer_id) ?? {};
    return viewOf(row, {
      sizes: sizesFor(query.moments, moment_sizes),
      recordings: recordings ?? DEFAULT_CONTEXT.recordings,
    });
  });
  const oldest = rows.at(-1)?.createdAt ?? 0;
  const gaps = newestGaps ?? (await gapsAround(db, query, { rows, hasMore: log.hasMore }));
  return {
    rows,
    gaps: gaps.filter(({ until }) => until > oldest),
    newestSeq: newest,
    hasMore: log.hasMore,
  };
}

/** Returns the gaps that are marked above the rows of a page that does not begin the list. */
async function gapsAround(
  db: Database,
  query: HistoryQuery,
  { rows, hasMore }: Pick<HistoryPage, 'rows' | 'hasMore'>,
): Promise<Gap[]> {
  const [newest, oldest] = [rows.at(0), rows.at(-1)];
  const start = query.from && (await db.events.where('id').equals(query.from.rowId).first());
  if (newest === undefined || oldest === undefined || start === undefined) return [];
  const at = start.row_at ?? start.created_at;
  if (query.from?.direction === 'older') return await gapsIn(db, query, oldest.createdAt, at);
  return await gapsIn(db, query, at, hasMore ? newest.createdAt : undefined);
}

/** Returns the gaps that ended after a time, and not later than another. */
async function gapsIn(
  db: Database,
  { streamerId, viewerId }: HistoryQuery,
  endedAfter: number,
  endedBy?: number,
): Promise<Gap[]> {
  // Those of several streamers differ, and nobody is missed in a list of one viewer.
  if (streamerId === null || viewerId !== null) return [];
  return await newestGaps(db, {
    streamerId,
    endedAfter,
    ...(endedBy !== undefined && { endedBy }),
    limit: MAX_GAPS,
  });
}

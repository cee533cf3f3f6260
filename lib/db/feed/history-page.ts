import type { Gap } from '@/lib/domain/history/gap';
import { ALL_TIME } from '@/lib/domain/history/spans';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import { type MomentSettings, sizesFor } from '@/lib/domain/view/moments';
import { DEFAULT_CONTEXT, viewOf } from '@/lib/domain/view/row-view';
import type { Database } from '../database';
import { gapAt, newestGaps } from '../history/newest-gaps';
import { newestSeq } from '../history/newest-seq';
import { type LogQuery, type LogRows, type LogStart, readLogRows } from './log-rows';
import { positionOf } from './rows';

/** The part of the history to read. */
export interface HistoryQuery extends LogQuery {
  /** What a moment is. */
  moments: MomentSettings;
}

/** One page of the history. */
export interface HistoryPage
  extends Omit<FeedPage, 'hasOlder'>,
    Pick<LogRows, 'hasMore' | 'stoppedAt'> {}

/** The most gaps among the rows of one page. */
const MAX_GAPS = 20;

/**
 * Reads one page of the history. Returns `null` if the row to begin from is not stored any more.
 * Opens no transaction, so that it works in a live query. Throws the reason of `signal` as soon as it
 * is aborted.
 */
export async function readHistory(
  db: Database,
  query: HistoryQuery,
  signal?: AbortSignal,
): Promise<HistoryPage | null> {
  // The first is begun first, and the newest gaps not after the rows, see `readFeed`.
  const [newest, log, newestGaps, channels] = await Promise.all([
    newestSeq(db),
    readLogRows(db, query, signal),
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
  const { hasMore, stoppedAt } = log;
  const oldest = rows.at(-1)?.createdAt ?? 0;
  const gaps = newestGaps ?? (await gapsAround(db, query, { rows, hasMore }));
  return {
    rows,
    gaps: gaps.filter(({ until }) => until > oldest),
    newestSeq: newest,
    hasMore,
    stoppedAt,
  };
}

/** Returns the gaps that are marked above the rows of a page that does not begin the list. */
async function gapsAround(
  db: Database,
  query: HistoryQuery,
  { rows, hasMore }: Pick<HistoryPage, 'rows' | 'hasMore'>,
): Promise<Gap[]> {
  const { from } = query;
  const [newest, oldest] = [rows.at(0), rows.at(-1)];
  if (from === undefined || newest === undefined || oldest === undefined) return [];
  const at = await timeOfStart(db, from);
  if (at === null) return [];
  if (from.direction === 'older') return await gapsIn(db, query, oldest.createdAt, at);
  return await gapsIn(db, query, at, hasMore ? newest.createdAt : undefined);
}

async function timeOfStart(db: Database, from: LogStart): Promise<number | null> {
  if ('place' in from) return from.place.at;
  return (await positionOf(db, from.rowId))?.at ?? null;
}

/** Returns the gaps that ended after a time, and not later than another. */
async function gapsIn(
  db: Database,
  { streamerId, viewerId, spans = null }: HistoryQuery,
  endedAfter: number,
  endedBy = Number.POSITIVE_INFINITY,
): Promise<Gap[]> {
  const [span = ALL_TIME, ...others] = spans ?? [];
  // Those of several streamers differ, and nobody is missed in a list of one viewer, or of many hours.
  if (streamerId === null || viewerId !== null || others.length > 0) return [];
  const [inside, acrossEnd] = await Promise.all([
    newestGaps(db, {
      streamerId,
      endedAfter: Math.max(endedAfter, span.from),
      endedBy: Math.min(endedBy, span.until),
      limit: MAX_GAPS,
    }),
    endedBy < span.until ? null : gapAt(db, streamerId, span.until),
  ]);
  return acrossEnd === null ? inside : [acrossEnd, ...inside];
}

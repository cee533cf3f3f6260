import type { Filter } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import { type RowView, viewOf } from '@/lib/domain/view/row-view';
import type { Database } from '../database';
import { newestGaps } from '../history/gaps';
import { newestSeq } from '../history/newest-seq';
import { newestRows, positionOf } from './rows';

/** The part of a list to read. */
export interface FeedQuery {
  streamerId: string;
  filter: Filter;
  /** Maximum number of rows. */
  limit: number;
  /** The id of a row: only older rows are read. Without it, the newest are. */
  before?: string;
}

/** Rows of a list as screens show them, and the gaps among them. */
export interface FeedPage {
  /** Newest first. */
  rows: RowView[];
  /** Newest first. */
  gaps: Gap[];
  /** Arrival number of the newest event in the log, whether or not the filter shows it. */
  newestSeq: number;
}

/** A user who closes the browser every night must not see more gaps than events. */
const MAX_GAPS = 3;

/**
 * Reads one page of the list of a streamer. Pass the id of the last row as `before` to read the
 * next page; there is none if the page has fewer rows than `limit`. If the row of `before` has been
 * deleted, the page is empty: old events are deleted first.
 *
 * Opens no transaction, so that it works in a live query, see {@link newestRows}.
 */
export async function readFeed(
  db: Database,
  { streamerId, filter, limit, before }: FeedQuery,
): Promise<FeedPage> {
  // Read first: an event that arrives while the rows are read must not count as seen.
  const newest = await newestSeq(db);
  const position = before === undefined ? undefined : await positionOf(db, before);
  if (position === null) return { rows: [], gaps: [], newestSeq: newest };
  const query = { streamerId, filter, limit, ...(position && { before: position }) };
  const rows = (await newestRows(db, query)).map(viewOf);
  const gaps = await newestGaps(db, {
    streamerId,
    endedAfter: rows.at(-1)?.createdAt ?? 0,
    ...(position && { endedBy: position.at }),
    limit: MAX_GAPS,
  });
  return { rows, gaps, newestSeq: newest };
}

import { isFiltering } from '@/lib/domain/filter/filter';
import { mayPass, passes } from '@/lib/domain/filter/filter-rule';
import { ALL_TIME } from '@/lib/domain/history/spans';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from '../history/row-members';
import { placeInSpans } from './log/carried-rows';
import { compareIn, eventsAt, placeOfEvent, placeOfRow, type Reading } from './log/lists';
import { type LogFilter, type LogSource, sizeFilter } from './log/log-filter';
import { mergedReader } from './log/merge';
import { sourceOf } from './log/source';
import type { RowPosition } from './row-anchors';

/** The rows of the log to read, whatever a list's filter hides. */
export interface LogQuery extends LogFilter {
  /** Maximum number of rows. */
  limit: number;
  /** Only rows on one side of this place. Without it, the newest are read. */
  from?: LogStart;
}

/** A row or a place where reading stopped, and in which direction from it to read. */
export type LogStart = { direction: 'older' | 'newer' } & (
  | { rowId: string }
  | { place: RowPosition }
);

/** Some rows of the log that follow on one another. */
export interface LogRows {
  /** Newest first; those that were searched for by the time of what was found. */
  rows: FeedRow[];
  /** True if there are more in the direction of reading, or may be, see `stoppedAt`. */
  hasMore: boolean;
  /**
   * Where reading stopped, because too much that was read is not asked for: the next rows may be far
   * away. `null` if it did not.
   */
  stoppedAt: RowPosition | null;
}

/** Events that are read at once, where some are left out: most viewers have few. */
const MIN_READ = 20;
const MAX_READ = 1000;
/** So many events are read at most for a page, where no index knows which ones are asked for. */
const MAX_READ_FOR_PAGE = 10_000;

/**
 * Reads rows of the log, over an index at any depth. Returns `null` if the row to begin from is not
 * stored any more. Opens no transaction, so that it works in a live query. Throws the reason of
 * `signal` as soon as it is aborted.
 */
export async function readLogRows(
  db: Database,
  query: LogQuery,
  signal?: AbortSignal,
): Promise<LogRows | null> {
  const { from, limit } = query;
  const source = await sourceOf(db, query, signal);
  const after = from === undefined ? null : await placeToBegin(db, { ...query, ...source }, from);
  if (from !== undefined && after === null) return null;
  const isNewer = from?.direction === 'newer';
  const found = await rowsFrom(db, query, { source, after, isNewer, limit, signal });
  return { ...found, rows: isNewer ? found.rows.toReversed() : found.rows };
}

interface Search extends Reading {
  source: LogSource;
  limit: number;
  signal: AbortSignal | undefined;
}

/** Returns rows in the direction of reading. */
async function rowsFrom(
  db: Database,
  query: LogQuery,
  { source, limit, signal, ...reading }: Search,
): Promise<LogRows> {
  const readNext = mergedReader(source, query.spans ?? [ALL_TIME], reading);
  const rowAt = rowReader(db, query, source);
  const rows: FeedRow[] = [];
  // One more shows whether there are more.
  let size = isEachRead(query, source) ? limit + 1 : Math.max(limit + 1, MIN_READ);
  for (let read = size; ; read += size) {
    signal?.throwIfAborted();
    const entries = await readNext(size);
    const found = await Promise.all((await eventsAt(db, entries)).map(rowAt));
    rows.push(...found.filter((row) => row !== null));
    if (rows.length > limit) return { rows: rows.slice(0, limit), hasMore: true, stoppedAt: null };
    const last = entries.at(-1);
    if (last === undefined || entries.length < size) break;
    if (read >= MAX_READ_FOR_PAGE) {
      return { rows, hasMore: true, stoppedAt: { at: last.at, seq: last.seq } };
    }
    size = Math.min(2 * size, MAX_READ);
  }
  return { rows, hasMore: false, stoppedAt: null };
}

/** Returns true if everything that is read is asked for. */
function isEachRead({ least }: LogQuery, { matches, isOfKinds }: LogSource): boolean {
  return matches === null && isOfKinds && !isFiltering(sizeFilter(least));
}

/**
 * Returns a function that returns the row to list at an event; `null` if the row is not asked for, or is
 * listed at another event.
 */
function rowReader(db: Database, { kinds = null, least }: LogQuery, { matches }: LogSource) {
  const filter = sizeFilter(least);
  const isAskedFor = (anchor: StoredEvent) =>
    (kinds === null || kinds.has(anchor.event_type)) && mayPass(anchor, filter);
  const rowFrom = (anchor: StoredEvent, members: readonly StoredEvent[]): FeedRow | null => {
    const row = toRow(anchor, members);
    return isAskedFor(anchor) && passes(row, filter) ? row : null;
  };
  if (matches === null) {
    return async (anchor: StoredEvent): Promise<FeedRow | null> =>
      // What begins a row tells enough to leave most of them unread.
      isAskedFor(anchor) ? rowFrom(anchor, await membersOf(db, anchor)) : null;
  }
  return async (event: StoredEvent): Promise<FeedRow | null> => {
    if (!matches(event)) return null;
    const members = await membersOf(db, event);
    if (newestOf(members.filter(matches))?.seq !== event.seq) return null;
    return rowFrom(members.find(({ row_at }) => row_at !== undefined) ?? event, members);
  };
}

const oldestFirst = compareIn({ isNewer: true });

function newestOf(events: readonly StoredEvent[]): StoredEvent | undefined {
  return events.toSorted((a, b) => oldestFirst(placeOfEvent(a), placeOfEvent(b))).at(-1);
}

/** Returns the place of a row in the lists; `null` if it is not stored. */
async function placeToBegin(
  db: Database,
  { matches, spans = null }: Pick<LogSource, 'matches'> & LogFilter,
  from: LogStart,
): Promise<RowPosition | null> {
  if ('place' in from) return from.place;
  const anchor = await db.events.where('id').equals(from.rowId).first();
  if (anchor === undefined) return null;
  if (matches === null) {
    // A row that is in the list no more is where it begins.
    return (spans && (await placeInSpans(db, spans, anchor))) ?? placeOfRow(anchor);
  }
  const newest = newestOf((await membersOf(db, anchor)).filter(matches));
  return newest === undefined ? null : placeOfEvent(newest);
}

import type { Gap } from '../history/gap';
import { MAX_AWAY_ROWS } from './away';
import type { RowView } from './row-view';

/** A list as screens show it: the newest rows, and older ones that the user has asked for. */
export interface LiveRows {
  /** Newest first. */
  rows: readonly RowView[];
  gaps: readonly Gap[];
  /** Arrival number of the newest event that was stored when the rows were read. */
  newestSeq: number;
  /** True if there are older rows. */
  hasOlder: boolean;
}

function lastShared(shown: readonly RowView[], newest: readonly RowView[]): number {
  const ids = new Set(newest.map(({ id }) => id));
  return shown.findLastIndex(({ id }) => ids.has(id));
}

/** The gaps of both, each once. What is known of a gap in `first` is newer. */
function withGaps(first: readonly Gap[], second: readonly Gap[]): readonly Gap[] {
  const known = new Set(first.map(({ from }) => from));
  return [...first, ...second.filter(({ from }) => !known.has(from))];
}

/**
 * Returns the list after its newest rows have changed. Of the rows that are older than those, as many
 * stay as fit into `length`. They all go if rows could be missing in between. A row of a log that has
 * been deleted since is dropped, too.
 */
export function followed(shown: LiveRows, newest: LiveRows, length: number): LiveRows {
  if (length <= newest.rows.length || !newest.hasOlder) return newest;
  const last = lastShared(shown.rows, newest.rows);
  if (last === -1) return newest;
  const below = shown.rows.slice(last + 1).filter(({ lastSeq }) => lastSeq <= newest.newestSeq);
  const rows = [...newest.rows, ...below];
  return {
    rows: rows.slice(0, length),
    gaps: withGaps(newest.gaps, shown.gaps),
    newestSeq: newest.newestSeq,
    hasOlder: rows.length > length || shown.hasOlder,
  };
}

/**
 * Returns the list as it stays while it is held still: the same rows, which may grow. Rows of a log
 * that has been deleted go nevertheless.
 */
export function held(shown: LiveRows, newest: LiveRows): LiveRows {
  if (newest.rows.length === 0) return newest;
  const current = new Map(newest.rows.map((row) => [row.id, row]));
  return {
    ...shown,
    rows: shown.rows
      .map((row) => current.get(row.id) ?? row)
      .filter(({ lastSeq }) => lastSeq <= newest.newestSeq),
  };
}

/** Returns the ids of the newest rows that a held list does not show. */
export function waitingFor(shown: LiveRows, newest: LiveRows): string[] {
  const ids = new Set(shown.rows.map(({ id }) => id));
  // What is below the last row that is shown belongs to the rows that the user has not asked for.
  const end = newest.rows.findLastIndex(({ id }) => ids.has(id));
  const above = end === -1 ? newest.rows : newest.rows.slice(0, end);
  return above.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
}

/**
 * Returns true if a list has all rows from a time on, or no more of them can be had: at most as many as
 * are counted of what the user has missed.
 */
export function isDownTo({ rows, hasOlder }: LiveRows, since: number): boolean {
  const last = rows.at(-1);
  return !hasOlder || rows.length >= MAX_AWAY_ROWS || last === undefined || last.createdAt < since;
}

/** Returns the list with a page of older rows. */
export function extended(shown: LiveRows, page: Omit<LiveRows, 'newestSeq'>): LiveRows {
  const ids = new Set(shown.rows.map(({ id }) => id));
  return {
    rows: [...shown.rows, ...page.rows.filter(({ id }) => !ids.has(id))],
    gaps: withGaps(shown.gaps, page.gaps),
    newestSeq: shown.newestSeq,
    hasOlder: page.hasOlder,
  };
}

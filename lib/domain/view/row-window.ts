import { extended, held, type LiveRows } from './live-rows';

/** The part of a long list that is on screen: as many rows as a page carries with ease. */
export interface RowWindow extends LiveRows {
  /** True if the newest row is the first of the window. */
  isAtTop: boolean;
}

/** The most rows of a window. Those at the other end go when more are loaded. */
export const MAX_ROWS = 500;

/** Returns the window with a page of older rows below it. */
export function withOlder(
  shown: RowWindow,
  page: Pick<LiveRows, 'rows' | 'gaps' | 'hasOlder'>,
  max = MAX_ROWS,
): RowWindow {
  const list = extended(shown, page);
  const cut = Math.max(0, list.rows.length - max);
  const above = list.rows[cut - 1];
  return {
    ...list,
    rows: list.rows.slice(cut),
    // A gap belongs above the newest row from before its end, so these went with their rows.
    gaps: list.gaps.filter(({ until }) => above === undefined || until < above.createdAt),
    isAtTop: shown.isAtTop && cut === 0,
  };
}

/** Returns the window with a page of newer rows above it. */
export function withNewer(
  shown: RowWindow,
  page: Pick<LiveRows, 'rows' | 'gaps'> & { hasMore: boolean },
  max = MAX_ROWS,
): RowWindow {
  const { rows, gaps } = extended({ ...page, newestSeq: 0, hasOlder: true }, shown);
  return {
    rows: rows.slice(0, max),
    gaps,
    newestSeq: shown.newestSeq,
    hasOlder: shown.hasOlder || rows.length > max,
    isAtTop: !page.hasMore,
  };
}

/** Returns a window away from the newest rows after those have changed: it stays as it is. */
export function stayed(shown: RowWindow, newest: LiveRows): RowWindow {
  // Without any rows, the log has been deleted.
  return { ...held(shown, newest), isAtTop: newest.rows.length === 0 };
}

import { isSeen, type Seen } from '../history/seen';
import type { LiveRows } from './live-rows';

/** What was new when a list came on screen. */
export interface SeenBefore {
  seen: Seen;
  /** Arrival number of the newest event at that time. */
  newestSeq: number;
  /** The number of unseen rows at that time, also of those that are not loaded. */
  unseen: number;
}

/** The line between what is new and what was seen before. */
export interface UnseenDivider {
  /** The id of the row below; `null` at the end of the list. */
  above: string | null;
  /** The number of new rows. */
  count: number;
  /** The time of the oldest new row; `null` if it is not loaded. */
  since: number | null;
}

/**
 * Returns the line below the last row that was new, or `null` if none was. While more new rows may
 * follow than are loaded, the line is at the end of the list, where the user can ask for them. Rows
 * that have arrived since then belong to neither side.
 */
export function unseenDivider(
  { rows, hasOlder }: LiveRows,
  { seen, newestSeq, unseen }: SeenBefore,
): UnseenDivider | null {
  const isNew = rows.map(
    ({ streamerId, newSeq, createdAt }) =>
      newSeq <= newestSeq &&
      !isSeen(seen, { streamer_id: streamerId, seq: newSeq, created_at: createdAt }),
  );
  const loaded = isNew.filter(Boolean).length;
  const last = isNew.lastIndexOf(true);
  if (hasOlder && (unseen > loaded || (loaded > 0 && last === rows.length - 1))) {
    return { above: null, count: Math.max(unseen, loaded), since: null };
  }
  const oldest = rows[last];
  if (oldest === undefined) return null;
  return { above: rows[last + 1]?.id ?? null, count: loaded, since: oldest.createdAt };
}

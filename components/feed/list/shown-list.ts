import { followed, held, type LiveRows, waitingFor } from '@/lib/domain/view/live-rows';

/** A list on screen, as the newest rows and the user's wishes have made it. */
export interface ShownList<List extends LiveRows = LiveRows> {
  list: List;
  /** The number of rows that the list may have; 0 until the user has asked for older ones. */
  length: number;
  /** The ids of the rows that wait to be shown. */
  waiting: ReadonlySet<string>;
}

export const NOBODY: ReadonlySet<string> = new Set();

/** Returns what is shown after the newest rows have changed. While no row may move, new ones wait. */
export function shownAfter(
  { list, length, waiting }: ShownList,
  newest: LiveRows,
  isHeld: boolean,
): ShownList {
  if (!isHeld) return { list: followed(list, newest, length), length, waiting: NOBODY };
  const still = held(list, newest);
  const more = newest.rows.length === 0 ? [] : waitingFor(still, newest);
  return { list: still, length, waiting: new Set([...waiting, ...more]) };
}

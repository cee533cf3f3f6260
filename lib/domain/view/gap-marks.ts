import type { Gap } from '../history/gap';
import type { RowView } from './row-view';

/**
 * Returns the gaps to mark above each row, by the id of the row. `rows` are newest first. A gap
 * belongs above the newest row from before its end, so that backfilled events are below the mark. A
 * gap that is older than every row is left out.
 */
export function gapsAbove(
  rows: readonly Pick<RowView, 'id' | 'createdAt'>[],
  gaps: readonly Gap[],
): ReadonlyMap<string, readonly Gap[]> {
  const above = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const row = rows.find(({ createdAt }) => createdAt <= gap.until);
    if (row !== undefined) above.set(row.id, [...(above.get(row.id) ?? []), gap]);
  }
  return above;
}

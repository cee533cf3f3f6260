import type { Gap } from '../history/gap';
import type { RowView } from './row-view';

/**
 * Where gaps are marked in a list of rows, newest first: each above the newest row from before its
 * end. So what was found of it later stands below its mark. A gap older than every row has no place.
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

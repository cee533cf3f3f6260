import { useEffect } from 'preact/hooks';
import type { RowView } from '@/lib/domain/row-view';

/** Arrival number of the newest event in `rows`; 0 for none. */
function newestSeq(rows: readonly RowView[]): number {
  return Math.max(0, ...rows.map((row) => row.lastSeq));
}

/** While the user can see the rows, tells which event is the newest they have seen. */
export function useMarkSeen(
  rows: readonly RowView[],
  isShown: boolean,
  markSeen: (upTo: number) => void,
): void {
  const upTo = newestSeq(rows);
  useEffect(() => {
    if (isShown && upTo > 0) markSeen(upTo);
  }, [isShown, upTo, markSeen]);
}

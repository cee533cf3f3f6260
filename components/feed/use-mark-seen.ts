import { useEffect } from 'preact/hooks';
import type { FeedRow } from '@/lib/domain/row';

/** Arrival number of the newest event in `rows`; 0 for none. */
function newestSeq(rows: readonly FeedRow[]): number {
  return Math.max(0, ...rows.map((row) => row.lastSeq));
}

/** While the user can see the rows, tells which event is the newest they have seen. */
export function useMarkSeen(
  rows: readonly FeedRow[],
  isShown: boolean,
  markSeen: (upTo: number) => void,
): void {
  const upTo = newestSeq(rows);
  useEffect(() => {
    if (isShown && upTo > 0) markSeen(upTo);
  }, [isShown, upTo, markSeen]);
}

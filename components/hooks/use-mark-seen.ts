import { useEffect } from 'preact/hooks';

/**
 * Calls `markSeen` with the newest event while the user can see the rows. This is the newest event
 * of all, even if a filter hides it: otherwise the badge would count it as unseen forever.
 */
export function useMarkSeen(
  newestSeq: number,
  isShown: boolean,
  markSeen: (upTo: number) => void,
): void {
  useEffect(() => {
    if (isShown && newestSeq > 0) markSeen(newestSeq);
  }, [isShown, newestSeq, markSeen]);
}

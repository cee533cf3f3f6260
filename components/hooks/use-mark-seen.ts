import { useEffect } from 'preact/hooks';

/**
 * While the user can see the rows, tells which event is the newest they have seen: the newest of all,
 * so that none that a filter hides goes on counting as unseen.
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

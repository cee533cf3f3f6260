import { useEffect, useState } from 'preact/hooks';
import type { SeenBefore } from '@/lib/domain/view/unseen-divider';
import { readSeenSnapshot } from '@/lib/settings/seen-snapshot';

/**
 * Returns what was new when the list came on screen; `null` if that cannot be known, `undefined`
 * until it is known. Nothing may be marked as seen before that.
 */
export function useSeenBefore(
  isShown: boolean,
  now: Omit<SeenBefore, 'seen'>,
): SeenBefore | null | undefined {
  const [before, setBefore] = useState<SeenBefore | null>();
  useEffect(() => {
    if (!isShown) return undefined;
    let isCurrent = true;
    const { newestSeq, unseen } = now;
    void readSeenSnapshot().then((seen) => {
      if (isCurrent) setBefore(seen && { seen, newestSeq, unseen });
    });
    return () => {
      isCurrent = false;
      setBefore(undefined);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- decided once: what arrives later is not new
  }, [isShown]);
  return before;
}

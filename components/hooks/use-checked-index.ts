import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Connection } from '@/lib/domain/connection/connection';
import { wake } from '@/lib/messaging/client';
import { type FeedIndex, readableIndex } from '@/lib/settings/feed';
import { connectionAt } from '@/lib/settings/feed-connection';
import { SECOND } from '@/lib/time';

const CHECK_EVERY_MS = 30 * SECOND;

/**
 * Returns a stored index as this version can show it; `undefined` until it has been read. If the
 * background no longer confirms it, wakes the background, and says until then that it does not run.
 * Checks this only while the index is current: a hidden tab does not follow it.
 */
export function useCheckedIndex(
  stored: FeedIndex | undefined,
  isCurrent: boolean,
): FeedIndex | undefined {
  const index = useMemo(() => (stored === undefined ? undefined : readableIndex(stored)), [stored]);
  const [outdated, setOutdated] = useState<{ index: FeedIndex; connection: Connection }>();

  // Before the first paint: an outdated connection must not flash up.
  useLayoutEffect(() => {
    if (index === undefined || !isCurrent) return undefined;
    const check = (): void => {
      const connection = connectionAt(index.connection, index.publishedAt, Date.now());
      if (connection === index.connection) return;
      setOutdated({ index, connection });
      void wake();
    };
    check();
    const timer = setInterval(check, CHECK_EVERY_MS);
    return () => clearInterval(timer);
  }, [index, isCurrent]);

  return useMemo(
    () =>
      index && outdated?.index === index ? { ...index, connection: outdated.connection } : index,
    [index, outdated],
  );
}

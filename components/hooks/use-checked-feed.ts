import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Connection } from '@/lib/domain/connection/connection';
import { wake } from '@/lib/messaging/client';
import { connectionAt, type Feed, readableFeed } from '@/lib/settings/feed';
import { SECOND } from '@/lib/time';

const CHECK_EVERY_MS = 30 * SECOND;

/**
 * Returns a stored feed as this version can show it; `undefined` until it has been read. If the
 * background no longer confirms it, wakes the background, and says until then that it does not run.
 * Checks this only while the feed is current: a hidden tab does not follow it.
 */
export function useCheckedFeed(stored: Feed | undefined, isCurrent: boolean): Feed | undefined {
  const feed = useMemo(() => (stored === undefined ? undefined : readableFeed(stored)), [stored]);
  const [outdated, setOutdated] = useState<{ feed: Feed; connection: Connection }>();

  // Before the first paint: an outdated connection must not flash up.
  useLayoutEffect(() => {
    if (feed === undefined || !isCurrent) return undefined;
    const check = (): void => {
      const connection = connectionAt(feed.connection, feed.publishedAt, Date.now());
      if (connection === feed.connection) return;
      setOutdated({ feed, connection });
      void wake();
    };
    check();
    const timer = setInterval(check, CHECK_EVERY_MS);
    return () => clearInterval(timer);
  }, [feed, isCurrent]);

  return useMemo(
    () => (feed && outdated?.feed === feed ? { ...feed, connection: outdated.connection } : feed),
    [feed, outdated],
  );
}

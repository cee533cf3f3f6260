import { useMemo } from 'preact/hooks';
import { type Feed, feedItem, readableFeed } from '@/lib/settings/feed';
import { useStorageItem } from './use-storage-item';

/** Returns the feed and follows its changes; `undefined` until it has been read. */
export function useFeed(): Feed | undefined {
  const stored = useStorageItem(feedItem);
  return useMemo(() => (stored === undefined ? undefined : readableFeed(stored)), [stored]);
}

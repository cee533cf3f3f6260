import type { Feed } from '@/lib/settings/feed';
import { feedItem } from '@/lib/settings/feed-item';
import { useCheckedFeed } from './use-checked-feed';
import { useStorageItem } from './use-storage-item';

/** Returns the feed and follows its changes; `undefined` until it has been read. */
export function useFeed(): Feed | undefined {
  return useCheckedFeed(useStorageItem(feedItem), true);
}

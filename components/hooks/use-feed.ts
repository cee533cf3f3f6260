import { useMemo } from 'preact/hooks';
import {
  emptyStreamerFeed,
  type FeedIndex,
  readableStreamerFeed,
  type StreamerFeed,
  type Unseen,
} from '@/lib/settings/feed';
import { feedIndexItem, streamerFeedItem, unseenItem } from '@/lib/settings/feed-item';
import { useCheckedIndex } from './use-checked-index';
import { useStorageItem } from './use-storage-item';

/** Returns the index of the feed and follows its changes; `undefined` until it has been read. */
export function useFeedIndex(): FeedIndex | undefined {
  return useCheckedIndex(useStorageItem(feedIndexItem), true);
}

/** Returns the number of unseen rows by streamer; `undefined` until they have been read. */
export function useUnseen(): Unseen | undefined {
  return useStorageItem(unseenItem);
}

/**
 * Returns the feed of a streamer and follows its changes. Returns `undefined` until it has been
 * read, and without a streamer.
 */
export function useStreamerFeed(streamerId: string | null): StreamerFeed | undefined {
  const item = useMemo(
    () => (streamerId === null ? null : streamerFeedItem(streamerId)),
    [streamerId],
  );
  const stored = useStorageItem(item);
  return useMemo(() => {
    if (stored === undefined || streamerId === null) return undefined;
    return stored === null ? emptyStreamerFeed(streamerId) : readableStreamerFeed(stored);
  }, [stored, streamerId]);
}

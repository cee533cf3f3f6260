import { storage } from 'wxt/utils/storage';
import { EMPTY_INDEX, type FeedIndex, type StreamerFeed, type Unseen } from './feed';

// Not in the file of the feed: the panel's script would carry all of WXT's storage.

/** The index of the feed in `storage.local`. Read it through `readableIndex`. */
export const feedIndexItem = storage.defineItem<FeedIndex>('local:feed', { fallback: EMPTY_INDEX });

/** The number of unseen rows of each streamer. */
export const unseenItem = storage.defineItem<Unseen>('local:feed:unseen', { fallback: {} });

/** Returns the key of the item with the feed of a streamer. */
export const feedKeyOf = (streamerId: string) => `local:feed:${streamerId}` as const;

const defineFeed = (streamerId: string) =>
  storage.defineItem<StreamerFeed | null>(feedKeyOf(streamerId), { fallback: null });

/** WXT reads an item each time that it is defined. */
const defined = new Map<string, ReturnType<typeof defineFeed>>();

/** Returns the item with the feed of a streamer. Read it through `readableStreamerFeed`. */
export function streamerFeedItem(streamerId: string): ReturnType<typeof defineFeed> {
  const item = defined.get(streamerId) ?? defineFeed(streamerId);
  defined.set(streamerId, item);
  return item;
}

import { storage } from 'wxt/utils/storage';
import { EMPTY_FEED, type Feed } from './feed';

// Not in the file of the feed: the panel's script would carry all of WXT's storage.
/** The feed in `storage.local`. Read it through `readableFeed`. */
export const feedItem = storage.defineItem<Feed>('local:feed', { fallback: EMPTY_FEED });

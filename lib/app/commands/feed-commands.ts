import type { Database } from '@/lib/db/database';
import { readFeed } from '@/lib/db/feed/feed';
import type { ListSettings } from '@/lib/domain/roster/effective';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import { FEED_ROWS } from '@/lib/settings/feed';

/** Dependencies of {@link createFeedCommands}. */
export interface FeedCommandsOptions {
  db: Database;
  /** Returns what applies to the list of a streamer. */
  readListSettings(streamerId: string): Promise<ListSettings>;
}

/** Commands that read lists for the panel, which cannot open the database. */
export interface FeedCommands {
  /**
   * Returns the rows of a streamer that are older than the row with the id `before`, at most
   * {@link FEED_ROWS}. Throws what IndexedDB throws.
   */
  readOlder(streamerId: string, before: string): Promise<FeedPage>;
}

/** Creates the commands. */
export function createFeedCommands({ db, readListSettings }: FeedCommandsOptions): FeedCommands {
  return {
    readOlder: async (streamerId, before) => {
      const { feed: filter, moments } = await readListSettings(streamerId);
      return await readFeed(db, {
        streamerIds: [streamerId],
        filterOf: () => filter,
        moments,
        limit: FEED_ROWS,
        before,
      });
    },
  };
}

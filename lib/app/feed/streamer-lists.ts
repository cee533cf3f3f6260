import type { Database } from '@/lib/db/database';
import { countRowsAfter } from '@/lib/db/feed/count-rows';
import { readFeed } from '@/lib/db/feed/feed';
import { isFiltering } from '@/lib/domain/filter/filter';
import { floorOf, partsOf, type Seen } from '@/lib/domain/history/seen';
import type { ListSettings } from '@/lib/domain/roster/effective';
import { FEED_ROWS, type StreamerFeed } from '@/lib/settings/feed';

/** Dependencies of {@link createListsReader}. */
export interface ListsReaderOptions {
  db: Database;
  /** Returns what applies to the list of a streamer. */
  readListSettings(streamerId: string): Promise<ListSettings>;
}

/** The part of the feed of a streamer that is in the database and the settings. */
export interface StreamerLists {
  lists: Omit<StreamerFeed, 'streamerId' | 'channel'>;
  /** Number of rows that the user has not seen, at most 100. */
  unseen: number;
}

/** Reads the lists of single streamers. */
export interface ListsReader {
  /** Throws what IndexedDB throws. */
  read(streamerId: string, seen: Seen): Promise<StreamerLists>;
  /** Called when the filters may have changed. */
  filtersChanged(): void;
}

/** More than the badge can show (`99+`). */
const MAX_COUNT = 100;

/** Creates a reader. It keeps the settings in memory: the background is told when they change. */
export function createListsReader({ db, readListSettings }: ListsReaderOptions): ListsReader {
  const known = new Map<string, Promise<ListSettings>>();

  async function settingsOf(streamerId: string): Promise<ListSettings> {
    const settings = known.get(streamerId) ?? readListSettings(streamerId);
    known.set(streamerId, settings);
    try {
      return await settings;
    } catch (error) {
      known.delete(streamerId);
      throw error;
    }
  }

  return {
    filtersChanged: () => known.clear(),
    read: async (streamerId, seen) => {
      const { feed: filter, badge, moments } = await settingsOf(streamerId);
      const page = await readFeed(db, {
        streamerIds: [streamerId],
        filterOf: () => filter,
        moments,
        limit: FEED_ROWS,
      });
      // Counted after the rows, so that a row that is new in the list also counts as unseen.
      const unseen = await countRowsAfter(db, {
        streamerId,
        after: floorOf(seen, streamerId),
        parts: partsOf(seen, streamerId),
        newestSeq: page.newestSeq,
        limit: MAX_COUNT,
        filter: badge,
      });
      return { lists: { ...page, filter, isFiltered: isFiltering(filter) }, unseen };
    },
  };
}

import type { Database } from '@/lib/db/database';
import { readAway } from '@/lib/db/feed/away';
import { readFeed } from '@/lib/db/feed/feed';
import type { ListSettings } from '@/lib/domain/roster/effective';
import type { Away } from '@/lib/domain/view/away';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import { FEED_ROWS } from '@/lib/settings/feed';
import type { Clock } from '@/lib/time';
import type { Publisher } from '../feed/publisher';
import type { SeenMark } from '../feed/seen-mark';

/** Dependencies of {@link createFeedCommands}. */
export interface FeedCommandsOptions {
  db: Database;
  /** Returns what applies to the list of a streamer. */
  readListSettings(streamerId: string): Promise<ListSettings>;
  publisher: Pick<Publisher, 'state'>;
  seenMark: Pick<SeenMark, 'read'>;
  clock: Pick<Clock, 'now'>;
}

/** Commands that read lists for the panel, which cannot open the database. */
export interface FeedCommands {
  /**
   * Returns the rows of a streamer that are older than the row with the id `before`, at most `limit` or
   * else {@link FEED_ROWS}. Throws what IndexedDB throws.
   */
  readOlder(streamerId: string, before: string, limit?: number): Promise<FeedPage>;
  /**
   * Sums up what the user has missed of a streamer, or of everybody in the list; `null` if the user was
   * hardly away. Throws what IndexedDB throws.
   */
  readMissed(streamerId?: string): Promise<Away | null>;
}

/** Creates the commands. */
export function createFeedCommands({
  db,
  readListSettings,
  publisher,
  seenMark,
  clock,
}: FeedCommandsOptions): FeedCommands {
  return {
    readMissed: async (streamerId) => {
      const { streamers } = publisher.state;
      const streamerIds = streamerId === undefined ? streamers.map(({ id }) => id) : [streamerId];
      const settings = new Map<string, ListSettings>();
      for (const id of streamerIds) settings.set(id, await readListSettings(id));
      const [first] = settings.values();
      if (first === undefined) return null;
      return await readAway(db, {
        streamerIds,
        filterOf: (id) => (settings.get(id) ?? first).feed,
        // Those of all streamers are the same.
        moments: first.moments,
        seen: await seenMark.read(),
        now: clock.now(),
      });
    },
    readOlder: async (streamerId, before, limit = FEED_ROWS) => {
      const { feed: filter, moments } = await readListSettings(streamerId);
      return await readFeed(db, {
        streamerIds: [streamerId],
        filterOf: () => filter,
        moments,
        limit,
        before,
      });
    },
  };
}

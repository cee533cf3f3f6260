import type { Database } from '@/lib/db/database';
import { readFeed } from '@/lib/db/feed/feed';
import { countRowsAfter } from '@/lib/db/feed/rows';
import { isFiltering } from '@/lib/domain/filter/filter';
import type { Log } from '@/lib/log';
import { FEED_ROWS, type Feed } from '@/lib/settings/feed';
import type { Settings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time';

/** What publishing needs. */
export interface PublisherOptions {
  db: Database;
  /** What was published last, before this worker began. */
  initial: Feed;
  readSeen(): Promise<number>;
  readFilters(): Promise<Settings['filters']>;
  /** Shows a feed: to the panel, and on the toolbar button. */
  show(feed: Feed): Promise<void>;
  clock: Clock;
  log: Log;
}

/** What the background itself knows of the feed; the rest comes from the database and the settings. */
export type FeedState = Omit<Feed, keyof typeof NOTHING>;

const NOTHING = {
  rows: [],
  gaps: [],
  unseen: 0,
  newestSeq: 0,
  filter: null,
  isFiltered: false,
} satisfies Partial<Feed>;

/** Keeps every screen outside the database up to date. */
export interface Publisher {
  readonly state: FeedState;
  /** Changes what is known and publishes it. */
  update(change: Partial<FeedState>): void;
  /** Publishes soon. Many calls in short order become one. */
  publish(): void;
}

/** Under load the panel is told this often at most; a frame of 60 a second is 17 ms. */
const AT_MOST_EVERY_MS = 50;
/** More than the badge can show. */
const COUNTED_AT_MOST = 100;

/** Makes a publisher; nothing is published before the first call. */
export function createPublisher({
  db,
  initial,
  readSeen,
  readFilters,
  show,
  clock,
  log,
}: PublisherOptions): Publisher {
  let state: FeedState = initial;
  let isDue = false;
  let isBusy = false;

  async function read(): Promise<Feed> {
    const { favorite } = state;
    if (favorite === null) return { ...state, ...NOTHING };
    const streamerId = favorite.id;
    const [filters, seen] = await Promise.all([readFilters(), readSeen()]);
    const page = await readFeed(db, { streamerId, filter: filters.feed, limit: FEED_ROWS });
    // Counted last: an event that arrives meanwhile is unseen before it is in a row, never after.
    const unseen = await countRowsAfter(db, {
      streamerId,
      after: seen,
      limit: COUNTED_AT_MOST,
      filter: filters.badge,
    });
    return {
      ...state,
      ...page,
      unseen,
      filter: filters.feed,
      isFiltered: isFiltering(filters.feed),
    };
  }

  async function publishOnce(): Promise<void> {
    isBusy = true;
    isDue = false;
    try {
      await show(await read());
    } catch (error) {
      log.warn('the feed could not be published', error);
    }
    clock.after(AT_MOST_EVERY_MS, () => {
      isBusy = false;
      if (isDue) void publishOnce();
    });
  }

  function publish(): void {
    isDue = true;
    if (!isBusy) void publishOnce();
  }

  return {
    get state() {
      return state;
    },
    update: (change) => {
      state = { ...state, ...change };
      publish();
    },
    publish,
  };
}

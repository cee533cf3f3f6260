import type { Database } from '@/lib/db/database';
import { readFeed } from '@/lib/db/feed/feed';
import { countRowsAfter } from '@/lib/db/feed/rows';
import { isFiltering } from '@/lib/domain/filter/filter';
import type { Log } from '@/lib/log';
import { FEED_ROWS, type Feed } from '@/lib/settings/feed';
import type { Settings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time';

/** Dependencies of {@link createPublisher}. */
export interface PublisherOptions {
  db: Database;
  /** The feed that was published last, by the last worker. */
  initial: Feed;
  readSeen(): Promise<number>;
  readFilters(): Promise<Settings['filters']>;
  /** Shows a feed in the panel and on the toolbar button. */
  show(feed: Feed): Promise<void>;
  clock: Clock;
  log: Log;
}

/** The part of the feed that is neither in the database nor in the settings. */
export type FeedState = Omit<Feed, keyof typeof EMPTY_LISTS>;

const EMPTY_LISTS = {
  rows: [],
  gaps: [],
  unseen: 0,
  newestSeq: 0,
  filter: null,
  isFiltered: false,
} satisfies Partial<Feed>;

/** Publishes the feed to the screens that cannot read the database. */
export interface Publisher {
  readonly state: FeedState;
  /** Changes the state and publishes soon. */
  update(change: Partial<FeedState>): void;
  /** Publishes soon. Calls in quick succession share one publication. */
  publish(): void;
}

/** The shortest time between two publications: about three frames of a screen. */
const MIN_INTERVAL_MS = 50;
/** More than the badge can show (`99+`). */
const MAX_COUNT = 100;

/** Creates a publisher. Nothing is published before the first call. */
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

  async function publishOnce(): Promise<void> {
    isBusy = true;
    isDue = false;
    try {
      await show(await completeFeed(state, { db, readSeen, readFilters }));
    } catch (error) {
      log.warn('the feed could not be published', error);
    }
    clock.after(MIN_INTERVAL_MS, () => {
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

/** Adds the parts of the feed that are in the database and the settings. */
async function completeFeed(
  state: FeedState,
  { db, readSeen, readFilters }: Pick<PublisherOptions, 'db' | 'readSeen' | 'readFilters'>,
): Promise<Feed> {
  const { favorite } = state;
  if (favorite === null) return { ...state, ...EMPTY_LISTS };
  const streamerId = favorite.id;
  const [filters, seen] = await Promise.all([readFilters(), readSeen()]);
  const { rows, gaps, newestSeq } = await readFeed(db, {
    streamerId,
    filter: filters.feed,
    limit: FEED_ROWS,
  });
  // Counted after the rows, so that a row that is new in the list also counts as unseen.
  const unseen = await countRowsAfter(db, {
    streamerId,
    after: seen,
    limit: MAX_COUNT,
    filter: filters.badge,
  });
  return {
    ...state,
    rows,
    gaps,
    newestSeq,
    unseen,
    filter: filters.feed,
    isFiltered: isFiltering(filters.feed),
  };
}

import type { Database } from '@/lib/db/database';
import { countRowsAfter, newestRows } from '@/lib/db/feed/rows';
import { newestSeq } from '@/lib/db/history/events';
import { newestGaps } from '@/lib/db/history/gaps';
import { isFiltering } from '@/lib/domain/filter/filter';
import { viewOf } from '@/lib/domain/view/row-view';
import type { Log } from '@/lib/log';
import { FEED_GAPS, FEED_ROWS, type Feed } from '@/lib/settings/feed';
import type { Settings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time';

/** Dependencies of {@link createPublisher}. */
export interface PublisherOptions {
  db: Database;
  /** The feed that the worker before this one published last. */
  initial: Feed;
  readSeen(): Promise<number>;
  readFilters(): Promise<Settings['filters']>;
  /** Shows a feed in the panel and on the toolbar button. */
  show(feed: Feed): Promise<void>;
  clock: Clock;
  log: Log;
}

/** The part of the feed that the background keeps in memory, not in the database or the settings. */
export type FeedState = Omit<Feed, keyof typeof NOTHING>;

const NOTHING = {
  rows: [],
  gaps: [],
  unseen: 0,
  newestSeq: 0,
  filter: null,
  isFiltered: false,
} satisfies Partial<Feed>;

/** Keeps the screens that cannot read the database up to date. */
export interface Publisher {
  readonly state: FeedState;
  /** Changes the state and publishes soon. */
  update(change: Partial<FeedState>): void;
  /** Publishes soon. Calls in quick succession share one publication. */
  publish(): void;
}

/** The shortest time between two publications, about three frames of a screen. */
const AT_MOST_EVERY_MS = 50;
/** More than the badge can show (`99+`). */
const COUNTED_AT_MOST = 100;

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
      await show(await readFeed(state, { db, readSeen, readFilters }));
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

/** Adds to the state what the database and the settings say. */
async function readFeed(
  state: FeedState,
  { db, readSeen, readFilters }: Pick<PublisherOptions, 'db' | 'readSeen' | 'readFilters'>,
): Promise<Feed> {
  const { favorite } = state;
  if (favorite === null) return { ...state, ...NOTHING };
  const streamerId = favorite.id;
  const [filters, seen] = await Promise.all([readFilters(), readSeen()]);
  // Read before the rows, so that an event that arrives meanwhile is not marked as seen with them.
  const newest = await newestSeq(db);
  const count = { streamerId, after: seen, most: COUNTED_AT_MOST, filter: filters.badge };
  const [rows, unseen] = await Promise.all([
    newestRows(db, streamerId, FEED_ROWS, filters.feed),
    countRowsAfter(db, count),
  ]);
  const views = rows.map(viewOf);
  const oldest = views.at(-1)?.createdAt ?? 0;
  return {
    ...state,
    rows: views,
    gaps: await newestGaps(db, streamerId, oldest, FEED_GAPS),
    unseen,
    newestSeq: newest,
    filter: filters.feed,
    isFiltered: isFiltering(filters.feed),
  };
}

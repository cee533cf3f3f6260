import type { Database } from '@/lib/db/database';
import { countRowsAfter } from '@/lib/db/feed/count-rows';
import { readFeed } from '@/lib/db/feed/feed';
import { type Filters, isFiltering } from '@/lib/domain/filter/filter';
import type { Seen } from '@/lib/domain/history/seen';
import type { RowView } from '@/lib/domain/view/row-view';
import type { Log } from '@/lib/log';
import { FEED_ROWS, type Feed } from '@/lib/settings/feed';
import type { Clock } from '@/lib/time';

/** Dependencies of {@link createPublisher}. */
export interface PublisherOptions {
  db: Database;
  /** The feed that was published last, by the last worker. */
  initial: Feed;
  readSeen(): Promise<Seen>;
  readFilters(streamerId: string): Promise<Filters>;
  /** Shows a feed in the panel and on the toolbar button. */
  show(feed: Feed): Promise<void>;
  clock: Clock;
  log: Log;
}

/** The part of the feed that is neither in the database nor in the settings. */
export type FeedState = Omit<Feed, keyof FeedLists | 'publishedAt'>;

/** The part of the feed that is in the database and the settings. */
type FeedLists = Pick<Feed, keyof typeof EMPTY_LISTS>;

const EMPTY_LISTS = {
  rows: [],
  gaps: [],
  unseen: 0,
  newestSeq: 0,
  hasOlder: false,
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
  /** Called when the filters may have changed: reads them again and publishes soon. */
  filtersChanged(): void;
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
  const filters = createFilterCache(readFilters);
  const readLists = createListsReader({ db, initial, readSeen, readFilters: filters.read, log });
  let state: FeedState = initial;
  let { publishedAt } = initial;
  let isConfirmed = false;
  let isDue = false;
  let isBusy = false;

  async function publishOnce(): Promise<void> {
    isBusy = true;
    isDue = false;
    try {
      const lists = await readLists(state.favorite?.id);
      // What another worker has published is not true for longer because this one repeats it.
      if (isConfirmed) publishedAt = clock.now();
      await show({ ...state, ...lists, lastHeard: lastHeardOf(state, lists.rows), publishedAt });
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
      isConfirmed ||= change.connection !== undefined;
      publish();
    },
    publish,
    filtersChanged: () => {
      filters.forget();
      publish();
    },
  };
}

/** Keeps the filters in memory: the background is told when they change. */
function createFilterCache(readFilters: PublisherOptions['readFilters']) {
  const known = new Map<string, Promise<Filters>>();
  return {
    forget: () => known.clear(),
    read: async (streamerId: string) => {
      const filters = known.get(streamerId) ?? readFilters(streamerId);
      known.set(streamerId, filters);
      try {
        return await filters;
      } catch (error) {
        known.delete(streamerId);
        throw error;
      }
    },
  };
}

/**
 * Returns a function that reads the lists of a streamer. If the database cannot be read, they stay
 * as they are: the state of the connection must be shown anyway.
 */
function createListsReader(
  options: Pick<PublisherOptions, 'db' | 'initial' | 'readSeen' | 'readFilters' | 'log'>,
): (streamerId: string | undefined) => Promise<FeedLists> {
  const { initial, log } = options;
  let last = { streamerId: initial.favorite?.id, lists: listsOf(initial) };
  return async (streamerId) => {
    try {
      last = { streamerId, lists: await listsFor(streamerId, options) };
    } catch (error) {
      log.warn('the lists of the feed could not be read', error);
      if (last.streamerId !== streamerId) last = { streamerId, lists: EMPTY_LISTS };
    }
    return last.lists;
  };
}

function listsOf(feed: Feed): FeedLists {
  const { rows, gaps, unseen, newestSeq, hasOlder, filter, isFiltered } = feed;
  return { rows, gaps, unseen, newestSeq, hasOlder, filter, isFiltered };
}

/** Reads the parts of the feed that are in the database and the settings. */
async function listsFor(
  streamerId: string | undefined,
  { db, readSeen, readFilters }: Pick<PublisherOptions, 'db' | 'readSeen' | 'readFilters'>,
): Promise<FeedLists> {
  if (streamerId === undefined) return EMPTY_LISTS;
  const filters = await readFilters(streamerId);
  const [seen, page] = await Promise.all([
    readSeen(),
    readFeed(db, { streamerId, filter: filters.feed, limit: FEED_ROWS }),
  ]);
  // Counted after the rows, so that a row that is new in the list also counts as unseen.
  const unseen = await countRowsAfter(db, {
    streamerId,
    after: seen.upTo,
    parts: seen.parts,
    limit: MAX_COUNT,
    filter: filters.badge,
  });
  return { ...page, unseen, filter: filters.feed, isFiltered: isFiltering(filters.feed) };
}

/** Returns `lastHeard`, which is some seconds before the last frame, but not before a row. */
function lastHeardOf({ lastHeard }: FeedState, rows: readonly RowView[]): number | null {
  return lastHeard === null ? null : Math.max(lastHeard, rows[0]?.createdAt ?? 0);
}

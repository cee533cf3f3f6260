import type { Database } from '@/lib/db/database';
import { countRowsAfter, newestRows } from '@/lib/db/rows';
import { viewOf } from '@/lib/domain/row-view';
import type { Log } from '@/lib/log';
import { FEED_ROWS, type Feed } from '@/lib/settings/feed';
import type { Clock } from '@/lib/time';

/** What publishing needs. */
export interface PublisherOptions {
  db: Database;
  /** What was published last, before this worker began. */
  initial: Feed;
  readSeen(): Promise<number>;
  /** Shows a feed: to the panel, and on the toolbar button. */
  show(feed: Feed): Promise<void>;
  clock: Clock;
  log: Log;
}

/** What the background itself knows of the feed; rows and counts come from the database. */
export type FeedState = Omit<Feed, 'rows' | 'unseen'>;

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
  show,
  clock,
  log,
}: PublisherOptions): Publisher {
  const { rows: _rows, unseen: _unseen, ...before } = initial;
  let state: FeedState = before;
  let isDue = false;
  let isBusy = false;

  async function read(): Promise<Feed> {
    const { favorite } = state;
    if (favorite === null) return { ...state, rows: [], unseen: 0 };
    const [rows, unseen] = await Promise.all([
      newestRows(db, favorite.id, FEED_ROWS),
      readSeen().then((seen) => countRowsAfter(db, favorite.id, seen, COUNTED_AT_MOST)),
    ]);
    return { ...state, rows: rows.map(viewOf), unseen };
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

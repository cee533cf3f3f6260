import { expect } from 'vitest';
import { entriesOf, type ListedEntry, type Publication } from '@/lib/app/feed/publication';
import { createPublisher } from '@/lib/app/feed/publisher';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { NOTHING_SEEN } from '@/lib/domain/history/seen';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { EMPTY_INDEX, type FeedIndex, type StreamerFeed, type Unseen } from '@/lib/settings/feed';
import type { Settings } from '@/lib/settings/settings';
import { OTHER_STREAMER } from '../builders/accounts';
import { aRoster, listed } from '../builders/roster';
import { freshDatabase } from '../database/fresh-database';
import { createFakeClock } from '../fakes/fake-clock';
import { createFakeLog } from '../fakes/fake-log';
import { until } from '../until';

/** A list of one favorite. */
export const FAVORITE: ListedEntry[] = entriesOf(aRoster());

/** A list of a favorite and one other. */
export const TWO: ListedEntry[] = entriesOf(aRoster({ others: [listed(OTHER_STREAMER)] }));

/** What the last worker has published. */
export interface Before {
  index?: Partial<FeedIndex>;
  streamers?: readonly ListedEntry[];
  unseen?: Unseen;
  feeds?: readonly StreamerFeed[];
}

/** Runs a publisher with a real database, whose screens and settings the test controls. */
export function runPublisher({ index = {}, streamers = [], unseen = {}, feeds = [] }: Before = {}) {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const filters: Settings['filters'] = { feed: DEFAULT_FILTER, badge: DEFAULT_FILTER };
  const world = {
    seen: NOTHING_SEEN,
    isScreenBroken: false,
    filtersOf: {} as Record<string, Settings['filters']>,
    filters,
  };
  const entries = streamers.map((entry) => ({ ...entry, live: null, problem: null }));
  const initial = { index: { ...EMPTY_INDEX, streamers: entries, ...index }, unseen };
  /** What is stored. */
  const screen = { ...initial, feeds: new Map(feeds.map((feed) => [feed.streamerId, feed])) };
  const publications: Publication[] = [];

  const publisher = createPublisher({
    db,
    initial,
    readStored: async (ids) => new Map([...screen.feeds].filter(([id]) => ids.includes(id))),
    readSeen: async () => world.seen,
    readListSettings: async (id) => ({
      ...(world.filtersOf[id] ?? world.filters),
      moments: DEFAULT_MOMENTS,
    }),
    showBadge: async () => undefined,
    store: async (publication) => {
      if (world.isScreenBroken) throw new Error('quota');
      publications.push(publication);
      screen.index = publication.index ?? screen.index;
      screen.unseen = publication.unseen ?? screen.unseen;
      for (const feed of publication.feeds) screen.feeds.set(feed.streamerId, feed);
      for (const id of publication.removed) screen.feeds.delete(id);
    },
    clock,
    log,
  });

  /** Waits until so many publications were shown, in real time: the database has no clock. */
  const shows = async (count: number) => {
    await until(() => expect(publications).toHaveLength(count));
    return screen;
  };
  /** Returns what a publication wrote, by the names of its items. */
  const written = ({ index: next, unseen: counts, feeds: changed, removed }: Publication) => [
    ...(next === undefined ? [] : ['index']),
    ...(counts === undefined ? [] : ['unseen']),
    ...changed.map(({ streamerId }) => streamerId),
    ...removed.map((id) => `no ${id}`),
  ];
  return {
    db,
    clock,
    log,
    world,
    screen,
    publisher,
    publications,
    shows,
    /** What each publication wrote. */
    get writes() {
      return publications.map(written);
    },
  };
}

/** A publisher with its screens. */
export type RunningPublisher = ReturnType<typeof runPublisher>;

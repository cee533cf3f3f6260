import { describe, expect, it, vi } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import type { RowView } from '@/lib/domain/view/row-view';
import { EMPTY_INDEX, emptyStreamerFeed } from '@/lib/settings/feed';
import type { Settings } from '@/lib/settings/settings';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aCheer, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { until } from '@/tests/support/until';
import { createPublisher, type Feed } from './publisher';

const { streamers: _, ...NOBODY } = EMPTY_INDEX;
const { streamerId: _id, ...EMPTY_LISTS } = emptyStreamerFeed('');
const EMPTY_FEED: Feed = { ...NOBODY, ...EMPTY_LISTS, favorite: null, unseen: 0 };

function createTestPublisher(initial: Partial<Feed> = {}) {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const shown: Feed[] = [];
  const filters: Settings['filters'] = { feed: DEFAULT_FILTER, badge: DEFAULT_FILTER };
  const world = { seen: 0, isScreenBroken: false, filters };
  const publisher = createPublisher({
    db,
    initial: { ...EMPTY_FEED, ...initial },
    readSeen: async () => ({ upTo: world.seen, parts: [] }),
    readFilters: async () => world.filters,
    show: async (feed) => {
      if (world.isScreenBroken) throw new Error('quota');
      shown.push(feed);
    },
    clock,
    log,
  });
  /** Waits until so many feeds were shown, in real time: the database does not use the clock. */
  const shows = async (count: number) => {
    await until(() => expect(shown).toHaveLength(count));
    return shown.at(-1);
  };
  return { db, clock, log, shown, world, publisher, shows };
}

const withFavorite = { favorite: DEMO_STREAMER };

describe('createPublisher', () => {
  it('shows nothing by itself, and the initial feed at the first call', async () => {
    const { publisher, clock, shown, shows } = createTestPublisher(withFavorite);
    await clock.advance(1000);
    expect(shown).toEqual([]);
    publisher.publish();
    expect(await shows(1)).toEqual({
      ...EMPTY_FEED,
      ...withFavorite,
      filter: DEFAULT_FILTER,
    });
  });

  it('shows a change at once, then at most every 50 ms with all changes', async () => {
    const { publisher, clock, shown, shows } = createTestPublisher();
    publisher.update({ connection: { state: 'connecting' } });
    await shows(1);
    for (let change = 0; change < 20; change += 1) {
      publisher.update({ connection: { state: 'no_favorite' } });
    }
    publisher.update({ connection: { state: 'listening', problem: null } });
    await clock.advance(49);
    expect(shown).toHaveLength(1);
    await clock.advance(1);
    expect((await shows(2))?.connection).toEqual({ state: 'listening', problem: null });
    await clock.advance(1000);
    expect(shown).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it('shows changes that arrive while it reads the database', async () => {
    const { publisher, clock, shows } = createTestPublisher(withFavorite);
    publisher.publish();
    publisher.update({ connection: { state: 'connecting' } });
    await shows(1);
    await clock.advance(50);
    expect((await shows(2))?.connection).toEqual({ state: 'connecting' });
  });

  it('continues after an error of a screen', async () => {
    const { publisher, clock, log, world, shows } = createTestPublisher();
    world.isScreenBroken = true;
    publisher.publish();
    await until(() => expect(log.warnings).toHaveLength(1));
    world.isScreenBroken = false;
    publisher.publish();
    await clock.advance(50);
    await shows(1);
  });
});

describe('a database that cannot be read', () => {
  const problem = { state: 'problem', problem: 'database_damaged' } as const;

  function breakDatabase({ db }: Pick<ReturnType<typeof createTestPublisher>, 'db'>) {
    vi.spyOn(db.events, 'orderBy').mockImplementation(() => {
      throw new Error('corrupt');
    });
  }

  it('leaves the lists as they are, while the state is shown', async () => {
    const world = createTestPublisher({ ...withFavorite, unseen: 4 });
    breakDatabase(world);
    world.publisher.update({ connection: problem });
    expect(await world.shows(1)).toMatchObject({ connection: problem, unseen: 4 });
  });

  it('leaves no list of another streamer', async () => {
    const world = createTestPublisher({ ...withFavorite, unseen: 4 });
    breakDatabase(world);
    world.publisher.update({ connection: problem, favorite: { ...DEMO_STREAMER, id: '101' } });
    expect(await world.shows(1)).toMatchObject({ connection: problem, unseen: 0 });
  });
});

describe('the time of the feed', () => {
  it('is renewed by each publication, once this worker knows the connection', async () => {
    const { publisher, clock, shows } = createTestPublisher({ publishedAt: 7 });
    publisher.publish();
    expect((await shows(1))?.publishedAt).toBe(7);
    publisher.update({ connection: { state: 'connecting' } });
    await clock.advance(50);
    const first = (await shows(2))?.publishedAt;
    expect(first).toBe(clock.now());
    await clock.advance(30_000);
    publisher.publish();
    expect((await shows(3))?.publishedAt).toBe(clock.now());
  });
});

describe('the feed', () => {
  it('has the ten newest rows of the favorite and the number of unseen rows', async () => {
    const { publisher, db, world, shows } = createTestPublisher(withFavorite);
    const bomb = [aGift('b', 1), aGift('b', 2)];
    await recordEvents(db, [...Array.from({ length: 14 }, () => aSub()), ...bomb]);
    await recordEvents(db, [aSub({ streamer_id: '101' })]);
    world.seen = 12;
    publisher.publish();
    const feed = await shows(1);
    expect(feed?.rows).toHaveLength(10);
    expect(feed?.rows[0]?.people).toHaveLength(2);
    expect(feed?.unseen).toBe(3);
  });

  it('counts unseen rows up to 100 only, which is more than the badge shows', async () => {
    const { publisher, db, shows } = createTestPublisher(withFavorite);
    await recordEvents(
      db,
      Array.from({ length: 130 }, () => aSub()),
    );
    publisher.publish();
    expect((await shows(1))?.unseen).toBe(100);
  });

  it('has a filter for the rows and another one for the badge', async () => {
    const { publisher, db, world, shows } = createTestPublisher(withFavorite);
    const cheersHidden: Filter = { ...DEFAULT_FILTER, hidden: ['cheers'] };
    world.filters = {
      feed: cheersHidden,
      badge: { ...DEFAULT_FILTER, hidden: ['subs'] },
    };
    await recordEvents(db, [aSub({ id: 'sub' }), aCheer(), aCheer()]);
    publisher.publish();
    const feed = await shows(1);
    expect(feed?.rows.map(({ id }) => id)).toEqual(['sub']);
    expect(feed).toMatchObject({ unseen: 2, filter: cheersHidden, isFiltered: true });
  });

  it('has the newest event of all, so that hidden events can be marked as seen', async () => {
    const { publisher, db, clock, world, shows } = createTestPublisher(withFavorite);
    world.filters.feed = { ...DEFAULT_FILTER, hidden: ['cheers'] };
    await recordEvents(db, [aSub(), aCheer()]);
    publisher.publish();
    const { newestSeq, unseen } = (await shows(1)) ?? EMPTY_FEED;
    expect([newestSeq, unseen]).toEqual([2, 2]);
    world.seen = newestSeq;
    publisher.publish();
    await clock.advance(50);
    expect((await shows(2))?.unseen).toBe(0);
  });

  it('has no rows and nothing unseen without a favorite', async () => {
    const { publisher, db, shows } = createTestPublisher({ rows: [{} as RowView], unseen: 4 });
    await recordEvents(db, [aSub()]);
    publisher.publish();
    expect(await shows(1)).toMatchObject({ rows: [], unseen: 0 });
  });

  it('has messages of the events, but not their payloads', async () => {
    const { publisher, db, shows } = createTestPublisher(withFavorite);
    const detail = { message: 'hi', noticeType: 'new', systemMessage: 'So it was.' };
    await recordEvents(db, [anEvent('other', { ...detail, raw: { big: 'x'.repeat(9999) } })]);
    publisher.publish();
    const row = (await shows(1))?.rows[0];
    expect(row).toMatchObject({ userMessage: 'hi', message: { params: { text: 'So it was.' } } });
    expect(JSON.stringify(row)).not.toContain('xxx');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { NOTHING_SEEN } from '@/lib/domain/history/seen';
import { EMPTY_INDEX, emptyStreamerFeed } from '@/lib/settings/feed';
import { aCheer, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { aStreamerFeed } from '@/tests/support/builders/feed';
import { FAVORITE, runPublisher, TWO } from '@/tests/support/running/running-publisher';
import { until } from '@/tests/support/until';

const LISTENING = { state: 'listening', problem: null } as const;

/** The publisher of a worker before which nothing was published of the favorite. */
const runFavorite = () => runPublisher({ streamers: FAVORITE });

describe('createPublisher', () => {
  it('shows nothing by itself, and the lists at the first call', async () => {
    const { publisher, clock, publications, shows } = runFavorite();
    await clock.advance(1000);
    expect(publications).toEqual([]);
    publisher.publish();
    const { feeds } = await shows(1);
    expect(feeds.get('100')).toEqual({ ...emptyStreamerFeed('100'), filter: DEFAULT_FILTER });
  });

  it('shows a change at once, then at most every 50 ms with all changes', async () => {
    const { publisher, clock, publications, shows } = runPublisher();
    publisher.update({ connection: { state: 'connecting' } });
    await shows(1);
    for (let change = 0; change < 20; change += 1) {
      publisher.update({ connection: { state: 'no_favorite' } });
    }
    publisher.update({ connection: LISTENING });
    await clock.advance(49);
    expect(publications).toHaveLength(1);
    await clock.advance(1);
    expect((await shows(2)).index.connection).toEqual(LISTENING);
    await clock.advance(1000);
    expect(publications).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it('shows changes that arrive while it reads the database', async () => {
    const { publisher, clock, shows } = runFavorite();
    publisher.publish();
    publisher.channelChanged('100', { ...NOTHING_KNOWN, recordingUrl: 'https://example' });
    publisher.publish();
    await shows(1);
    await clock.advance(50);
    expect((await shows(2)).feeds.get('100')?.channel.recordingUrl).toBe('https://example');
  });

  it('publishes again what a screen could not take, after an error', async () => {
    const { publisher, clock, log, world, shows } = runFavorite();
    world.isScreenBroken = true;
    publisher.update({ connection: LISTENING });
    publisher.publish();
    await until(() => expect(log.warnings).toHaveLength(1));
    await clock.advance(50);
    await until(() => expect(log.warnings).toHaveLength(2));
    world.isScreenBroken = false;
    publisher.confirm();
    await clock.advance(50);
    const { index, feeds } = await shows(1);
    expect([index.connection, feeds.size]).toEqual([LISTENING, 1]);
  });

  it('has no rows without a favorite, and removes those of the one before', async () => {
    const before = { streamers: FAVORITE, unseen: { 100: 4 }, feeds: [aStreamerFeed()] };
    const { publisher, shows } = runPublisher(before);
    publisher.update({ streamers: [] });
    const { index, unseen, feeds } = await shows(1);
    expect([index, unseen, feeds.size]).toEqual([EMPTY_INDEX, {}, 0]);
  });
});

describe('a database that cannot be read', () => {
  const problem = { state: 'problem', problem: 'database_damaged' } as const;
  const before = { streamers: FAVORITE, unseen: { 100: 4 }, feeds: [aStreamerFeed()] };

  function breakDatabase({ db }: Pick<ReturnType<typeof runPublisher>, 'db'>) {
    return vi.spyOn(db.events, 'orderBy').mockImplementation(() => {
      throw new Error('corrupt');
    });
  }

  it('leaves the lists as they are, while the state is shown', async () => {
    const running = runPublisher(before);
    breakDatabase(running);
    running.publisher.update({ connection: problem });
    running.publisher.publish();
    const { index, unseen, feeds } = await running.shows(1);
    expect([index.connection, unseen]).toEqual([problem, { 100: 4 }]);
    expect(feeds.get('100')).toEqual(aStreamerFeed());
  });

  it('leaves no list of another streamer, and is read again with the next confirmation', async () => {
    const running = runPublisher(before);
    const { publisher, clock, db, shows } = running;
    const broken = breakDatabase(running);
    publisher.update({ connection: problem, streamers: TWO.slice(1) });
    const { unseen, feeds } = await shows(1);
    expect([unseen, [...feeds.keys()]]).toEqual([{}, ['101']]);
    broken.mockRestore();
    await recordEvents(db, [aSub({ streamer_id: '101' })]);
    publisher.confirm();
    await clock.advance(50);
    expect((await shows(2)).feeds.get('101')?.rows).toHaveLength(1);
  });
});

describe('the time of the index', () => {
  it('is renewed by a confirmation, once this worker knows the connection', async () => {
    const running = runPublisher({ index: { publishedAt: 7 } });
    const { publisher, clock, shows } = running;
    publisher.confirm();
    expect((await shows(1)).index.publishedAt).toBe(7);
    publisher.update({ connection: EMPTY_INDEX.connection });
    await clock.advance(50);
    expect((await shows(2)).index.publishedAt).toBe(clock.now());
    await clock.advance(30_000);
    publisher.publish();
    await shows(3);
    expect(running.writes).toEqual([[], ['index'], []]);
    publisher.confirm();
    await clock.advance(50);
    expect((await shows(4)).index.publishedAt).toBe(clock.now());
  });
});

describe('the feed of a streamer', () => {
  it('has the ten newest rows and the number of unseen rows', async () => {
    const { publisher, db, world, shows } = runFavorite();
    const bomb = [aGift('b', 1), aGift('b', 2)];
    await recordEvents(db, [...Array.from({ length: 14 }, () => aSub()), ...bomb]);
    await recordEvents(db, [aSub({ streamer_id: '101' })]);
    world.seen = { ...NOTHING_SEEN, upTo: 12 };
    publisher.publish();
    const { feeds, unseen } = await shows(1);
    expect(feeds.get('100')?.rows).toHaveLength(10);
    expect(feeds.get('100')?.rows[0]?.people).toHaveLength(2);
    expect(unseen).toEqual({ 100: 3 });
  });

  it('counts unseen rows up to 100 only, which is more than the badge shows', async () => {
    const { publisher, db, shows } = runFavorite();
    const events = Array.from({ length: 130 }, () => aSub());
    await recordEvents(db, events);
    publisher.publish();
    expect((await shows(1)).unseen).toEqual({ 100: 100 });
  });

  it('has a filter for the rows and another one for the badge', async () => {
    const { publisher, db, world, shows } = runFavorite();
    const cheersHidden: Filter = { ...DEFAULT_FILTER, hidden: ['cheers'] };
    world.filters = { feed: cheersHidden, badge: { ...DEFAULT_FILTER, hidden: ['subs'] } };
    await recordEvents(db, [aSub({ id: 'sub' }), aCheer(), aCheer()]);
    publisher.publish();
    const { feeds, unseen } = await shows(1);
    expect(feeds.get('100')?.rows.map(({ id }) => id)).toEqual(['sub']);
    expect(feeds.get('100')).toMatchObject({ filter: cheersHidden, isFiltered: true });
    expect(unseen).toEqual({ 100: 2 });
  });

  it('has the newest event of all, so that hidden events can be marked as seen', async () => {
    const { publisher, db, clock, world, shows } = runFavorite();
    world.filters.feed = { ...DEFAULT_FILTER, hidden: ['cheers'] };
    await recordEvents(db, [aSub(), aCheer()]);
    publisher.publish();
    const { feeds, unseen } = await shows(1);
    expect([feeds.get('100')?.newestSeq, unseen]).toEqual([2, { 100: 2 }]);
    world.seen = { ...NOTHING_SEEN, of: { 100: 2 } };
    publisher.publish();
    await clock.advance(50);
    expect((await shows(2)).unseen).toEqual({});
  });

  it('has messages of the events, but not their payloads', async () => {
    const { publisher, db, shows } = runFavorite();
    const detail = { message: 'hi', noticeType: 'new', systemMessage: 'So it was.' };
    await recordEvents(db, [anEvent('other', { ...detail, raw: { big: 'x'.repeat(9999) } })]);
    publisher.publish();
    const row = (await shows(1)).feeds.get('100')?.rows[0];
    expect(row).toMatchObject({ userMessage: 'hi', message: { params: { text: 'So it was.' } } });
    expect(JSON.stringify(row)).not.toContain('xxx');
  });
});

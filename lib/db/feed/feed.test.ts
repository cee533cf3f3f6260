import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_FILTER, type Filter, withLeast } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import type { FeedPage } from '@/lib/domain/view/feed-page';
import type { RowView } from '@/lib/domain/view/row-view';
import { MINUTE, SECOND } from '@/lib/time';
import { aBomb, aCheer, aFollow, aGift, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { deleteHistory, recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { groupFollows } from '../history/group-follows';
import { readFeed, readFeedPages } from './feed';

const LIMIT = 10;
const at = (minutes: number) => ({ created_at: START + minutes * MINUTE });
const idsOf = (rows: readonly RowView[]) => rows.map(({ id }) => id);

async function read(db: Database, before?: string, filter = DEFAULT_FILTER): Promise<FeedPage> {
  const query = { streamerIds: ['100'], filterOf: () => filter, limit: LIMIT };
  return await readFeed(db, before === undefined ? query : { ...query, before });
}

/** Reads page after page, until one has fewer rows than the limit. */
async function readAllPages(db: Database, filter?: Filter): Promise<FeedPage[]> {
  const pages: FeedPage[] = [];
  let before: string | undefined;
  do {
    const page = await read(db, before, filter);
    pages.push(page);
    before = page.rows.length < LIMIT ? undefined : page.rows.at(-1)?.id;
  } while (before !== undefined);
  return pages;
}

/** Ids of events numbered from the newest to the oldest. */
const newestFirst = (count: number) =>
  Array.from({ length: count }, (_, index) => `e${count - 1 - index}`);

describe('reading page by page', () => {
  it.each<[times: string, minuteOf: (number: number) => number]>([
    ['with different times', (number) => number],
    ['with equal times in groups', (number) => Math.floor(number / 4)],
    ['with one time for all', () => 0],
  ])('returns each of 35 rows once, in order, %s', async (_times, minuteOf) => {
    const db = freshDatabase();
    const events = Array.from({ length: 35 }, (_, number) =>
      aSub({ id: `e${number}`, ...at(minuteOf(number)) }),
    );
    await recordEvents(db, events);
    await recordEvents(db, [aSub({ streamer_id: '1000', ...at(0) })]);
    const pages = await readAllPages(db);
    expect(pages.map(({ rows }) => rows.length)).toEqual([10, 10, 10, 5]);
    expect(pages.flatMap(({ rows }) => idsOf(rows))).toEqual(newestFirst(35));
  });

  it.each<[filter: string, Filter, hidden: (number: number) => StreamEvent]>([
    ['of a kind', { ...DEFAULT_FILTER, hidden: ['follows'] }, aFollow],
    ['of a size', withLeast(DEFAULT_FILTER, 'bits', 100), (number) => aCheer(at(number), 1)],
    ['of several kinds', { ...DEFAULT_FILTER, subsAndCheersOnly: true }, aFollow],
  ])(
    'returns each of 35 rows once, in order, with a filter %s',
    async (_filter, filter, hidden) => {
      const db = freshDatabase();
      const events = Array.from({ length: 35 }, (_, number) => {
        const fields = { id: `e${number}`, ...at(Math.floor(number / 3)) };
        return [number % 2 === 0 ? aSub(fields) : aCheer(fields, 100), hidden(number)];
      });
      await recordEvents(db, events.flat());
      const pages = await readAllPages(db, filter);
      expect(pages.flatMap(({ rows }) => idsOf(rows))).toEqual(newestFirst(35));
    },
  );

  it('ends with an empty page if the last full page was the end', async () => {
    const db = freshDatabase();
    await recordEvents(
      db,
      Array.from({ length: 20 }, (_, number) => aSub({ id: `e${number}`, ...at(number) })),
    );
    const pages = await readAllPages(db);
    expect(pages.map(({ rows }) => rows.length)).toEqual([10, 10, 0]);
  });

  it('says whether there are older rows, also after a page that a filter made short', async () => {
    const db = freshDatabase();
    const large = (id: string, minute: number) => aCheer({ id, ...at(minute) }, 100);
    const small = (minute: number) => aCheer(at(minute), 1);
    await recordEvents(db, [
      large('oldest', 0),
      ...Array.from({ length: 600 }, (_, number) => small(1 + number / 100)),
      large('newest', 10),
    ]);
    const filter = withLeast(DEFAULT_FILTER, 'bits', 100);
    const [first, second] = [await read(db, undefined, filter), await read(db, 'newest', filter)];
    expect([idsOf(first.rows), first.hasOlder]).toEqual([['newest'], false]);
    expect(second.rows).toEqual([]);
    expect((await read(db)).hasOlder).toBe(true);
    expect((await read(db, 'newest')).hasOlder).toBe(true);
    expect((await read(db, (await read(db)).rows.at(-1)?.id)).hasOlder).toBe(true);
    expect((await read(db, 'oldest')).hasOlder).toBe(false);
  });

  it('keeps a gift bomb and grouped follows in one row of one page', async () => {
    const db = freshDatabase();
    const gifts = Array.from({ length: 12 }, (_, number) => aGift('b', number, at(20)));
    await recordEvents(db, [
      ...Array.from({ length: 9 }, (_, number) => aSub({ ...at(30 + number) })),
      ...gifts,
      aBomb('b', 12, at(21)),
      ...Array.from({ length: 12 }, (_, second) => aFollow(second)),
    ]);
    await groupFollows(db, START + 60 * MINUTE);
    const [first, second] = await readAllPages(db);
    expect(first?.rows.at(-1)).toMatchObject({ id: gifts[0]?.id, kind: 'community_gift' });
    expect(second?.rows.map(({ people }) => people.length)).toEqual([12]);
  });

  it('goes on from a row that has become part of another one', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aSub({ id: 'older', ...at(-1) }),
      aFollow(0, { id: 'first' }),
      aFollow(10, { id: 'second' }),
    ]);
    await groupFollows(db, START + 60 * MINUTE);
    expect(idsOf((await read(db)).rows)).toEqual(['first', 'older']);
    expect(idsOf((await read(db, 'second')).rows)).toEqual(['first', 'older']);
  });

  it('returns nothing after a row that has been deleted', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub({ id: 'gone' })]);
    await deleteHistory(db);
    await recordEvents(db, [aSub({ ...at(-5) })]);
    expect(await read(db, 'gone')).toEqual({
      rows: [],
      gaps: [],
      newestSeq: 2,
      hasOlder: false,
    });
  });
});

describe('the gaps of a page', () => {
  const gap = (from: number, until: number): Gap => ({
    streamer_id: '100',
    reason: 'not_running',
    from: START + from * MINUTE,
    until: START + until * MINUTE,
  });

  it('are the gaps among its rows, each on one page', async () => {
    const db = freshDatabase();
    await recordEvents(
      db,
      Array.from({ length: 25 }, (_, number) => aSub({ ...at(10 * number) })),
    );
    const gaps = [gap(2, 8), gap(62, 68), gap(144, 150), gap(202, 208), gap(241, 249)];
    await recordGaps(db, gaps);
    const pages = await readAllPages(db);
    const ends = pages.map((page) => page.gaps.map(({ until }) => (until - START) / MINUTE));
    expect(ends).toEqual([[249, 208], [150, 68], [8]]);
  });

  it('are the newest three', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub()]);
    await recordGaps(
      db,
      Array.from({ length: 5 }, (_, number) => gap(number * 10, number * 10 + 5)),
    );
    const { gaps } = await read(db);
    expect(gaps.map(({ until }) => (until - START) / MINUTE)).toEqual([45, 35, 25]);
  });
});

it('reports the newest event of the log, whatever the filter hides', async () => {
  const db = freshDatabase();
  expect((await read(db)).newestSeq).toBe(0);
  await recordEvents(db, [aSub(), aCheer({ created_at: START - SECOND })]);
  const filter: Filter = { ...DEFAULT_FILTER, hidden: ['cheers'] };
  const page = await read(db, undefined, filter);
  expect(page).toMatchObject({ rows: [{ kind: 'sub' }], newestSeq: 2 });
});

it('reads several pages as one, with their gaps', async () => {
  const db = freshDatabase();
  await recordEvents(
    db,
    Array.from({ length: 25 }, (_, number) => aSub({ id: `e${number}`, ...at(10 * number) })),
  );
  const ends = [8, 68, 150, 208, 249];
  await recordGaps(
    db,
    ends.map((end) => ({
      streamer_id: '100',
      reason: 'not_running' as const,
      from: START + (end - 5) * MINUTE,
      until: START + end * MINUTE,
    })),
  );
  const query = { streamerIds: ['100'], filterOf: () => DEFAULT_FILTER, limit: LIMIT };
  const two = await readFeedPages(db, query, 2);
  expect([idsOf(two.rows), two.hasOlder]).toEqual([newestFirst(25).slice(0, 20), true]);
  const all = await readFeedPages(db, query, 9);
  expect([idsOf(all.rows), all.hasOlder]).toEqual([newestFirst(25), false]);
  expect(all.gaps.map(({ until }) => (until - START) / MINUTE)).toEqual(ends.toReversed());
});

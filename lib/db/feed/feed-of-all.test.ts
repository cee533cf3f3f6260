import { describe, expect, it } from 'vitest';
import { DEFAULT_FILTER, type Filter, withLeast } from '@/lib/domain/filter/filter';
import { MINUTE } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { aCheer, aFollow, aGift, aSub } from '@/tests/support/builders/events';
import { countReads } from '@/tests/support/database/counted-reads';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { until } from '@/tests/support/until';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { watchQuery } from '../live';
import { readFeed, readFeedPages } from './feed';

const ALL = ['100', '101', '102'];
const at = (minutes: number) => ({ created_at: START + minutes * MINUTE });
const noFilter = () => DEFAULT_FILTER;

/** Reads page after page to the end. Returns the ids of the rows. */
async function readAll(
  db: Database,
  { streamerIds = ALL, filterOf = noFilter as (id: string) => Filter },
): Promise<string[]> {
  const query = { streamerIds, filterOf, limit: 10 };
  const { rows } = await readFeedPages(db, query, 99);
  return rows.map(({ id }) => id);
}

/** Records so many subs of `ALL` in turn, one a minute. Returns their ids, newest first. */
async function recordSubs(db: Database, count: number): Promise<string[]> {
  const events = Array.from({ length: count }, (_, number) =>
    aSub({ id: `e${number}`, streamer_id: ALL[number % 3] ?? '', ...at(number) }),
  );
  await recordEvents(db, events);
  return events.map(({ id }) => id).toReversed();
}

describe('the list over everybody', () => {
  it('has the rows of all, by time, then by arrival, page by page', async () => {
    const db = freshDatabase();
    const random = createRandom(7);
    const events = Array.from({ length: 137 }, (_, number) =>
      aSub({ id: `e${number}`, streamer_id: random.pick(ALL), ...at(random.integer(0, 20)) }),
    );
    await recordEvents(db, events);
    const expected = events
      .map(({ id, created_at }, seq) => ({ id, created_at, seq }))
      .toSorted((a, b) => b.created_at - a.created_at || b.seq - a.seq)
      .map(({ id }) => id);
    expect(await readAll(db, {})).toEqual(expected);
  });

  it('names the streamer of each row, and keeps a gift bomb in one', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aSub({ id: 'sub', ...at(0) }),
      ...[1, 2, 3].map((gift) => aGift('b', gift, { streamer_id: '101', ...at(gift) })),
    ]);
    const { rows, gaps, newestSeq, hasOlder } = await readFeed(db, {
      streamerIds: ALL,
      filterOf: noFilter,
      limit: 10,
    });
    expect(rows.map(({ streamerId, people }) => [streamerId, people.length])).toEqual([
      ['101', 3],
      ['100', 0],
    ]);
    expect({ gaps, newestSeq, hasOlder }).toEqual({ gaps: [], newestSeq: 4, hasOlder: false });
  });

  it('leaves out those who are not asked for', async () => {
    const db = freshDatabase();
    const ids = await recordSubs(db, 60);
    expect(await readAll(db, { streamerIds: ['100', '102'] })).toEqual(
      ids.filter((id) => Number(id.slice(1)) % 3 !== 1),
    );
    expect(await readAll(db, { streamerIds: [] })).toEqual([]);
  });

  it('has the rows of each streamer that pass the filter of this one', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aCheer({ id: 'small of 100', ...at(1) }, 1),
      aCheer({ id: 'small of 101', streamer_id: '101', ...at(2) }, 1),
      aCheer({ id: 'large of 101', streamer_id: '101', ...at(3) }, 500),
      aFollow(240, { id: 'follow of 102', streamer_id: '102' }),
      aSub({ id: 'sub of 102', streamer_id: '102', ...at(5) }),
    ]);
    const filters: Record<string, Filter> = {
      101: withLeast(DEFAULT_FILTER, 'bits', 100),
      102: { ...DEFAULT_FILTER, subsAndCheersOnly: true },
    };
    const filterOf = (id: string) => filters[id] ?? DEFAULT_FILTER;
    expect(await readAll(db, { filterOf })).toEqual(['sub of 102', 'large of 101', 'small of 100']);
  });

  it('is read again when an event of any of them arrives', async () => {
    const db = freshDatabase();
    const seen: string[][] = [];
    const stop = watchQuery(
      () => readAll(db, {}),
      (ids) => void seen.push(ids),
      () => undefined,
    );
    await until(() => expect(seen.at(-1)).toEqual([]));
    await recordEvents(db, [aSub({ id: 'new', streamer_id: '102' })]);
    await until(() => expect(seen.at(-1)).toEqual(['new']));
    stop();
  });
});

describe('the work for a page of everybody', () => {
  const page = { streamerIds: ALL, filterOf: noFilter, limit: 10 };

  it('does not grow with the history', async () => {
    const db = freshDatabase();
    await recordSubs(db, 600);
    const count = countReads();
    expect((await readFeed(db, page)).rows).toHaveLength(10);
    expect(count.reads).toBeLessThan(40);
  });

  it('skips at most 2000 rows that are hidden', async () => {
    const db = freshDatabase();
    const hidden = Array.from({ length: 2500 }, (_, second) => ({
      ...aFollow(second),
      row_at: START + second,
    }));
    await db.events.bulkAdd([{ ...aSub({ id: 'old' }), row_at: START - MINUTE }, ...hidden]);
    const count = countReads();
    const filterOf = () => ({ ...DEFAULT_FILTER, hidden: ['follows' as const] });
    expect((await readFeed(db, { ...page, filterOf })).rows).toEqual([]);
    expect(count.reads).toBeLessThan(2100);
  });
});

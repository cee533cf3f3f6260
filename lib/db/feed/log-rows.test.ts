import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { FeedRow } from '@/lib/domain/row/row';
import { MINUTE } from '@/lib/time';
import { at } from '@/tests/support/builders/event-fields';
import { aBomb, aCheer, aFollow, aGift } from '@/tests/support/builders/events';
import { countReads } from '@/tests/support/database/counted-reads';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { groupFollows } from '../history/group-follows';
import { type LogQuery, readLogRows } from './log-rows';

const by = (id: string) => ({ viewer_id: id, viewer_login: `v${id}`, viewer_name: `V${id}` });

async function logOf(...events: StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return db;
}

/** Returns the ids of the rows of a query, page by page from the newest to the oldest. */
async function pagesOf(db: Database, query: Partial<LogQuery> = {}): Promise<string[][]> {
  const pages: string[][] = [];
  let from: LogQuery['from'];
  for (;;) {
    const page = await readLogRows(db, {
      streamerId: null,
      viewerId: null,
      limit: 2,
      ...query,
      ...(from && { from }),
    });
    const ids = page?.rows.map(({ id }) => id) ?? [];
    pages.push(ids);
    const rowId = ids.at(-1);
    if (page?.hasMore !== true || rowId === undefined) return pages;
    from = { rowId, direction: 'older' };
  }
}

const OF_SEVEN = { viewerId: '7' };

async function newestOf(db: Database): Promise<FeedRow[]> {
  const page = await readLogRows(db, { streamerId: null, ...OF_SEVEN, limit: 2 });
  return page?.rows ?? [];
}

describe('readLogRows of a viewer', () => {
  it('reads only the rows of the viewer, newest first, page by page', async () => {
    const db = await logOf(
      aCheer({ id: 'a', ...by('7'), ...at(1) }),
      aCheer({ id: 'x', ...by('8'), ...at(2) }),
      aCheer({ id: 'b', ...by('7'), ...at(3) }),
      aCheer({ id: 'c', ...by('7'), ...at(3) }),
    );
    expect(await pagesOf(db, OF_SEVEN)).toEqual([['c', 'b'], ['a']]);
  });

  it('reads what happened at one streamer', async () => {
    const db = await logOf(
      aCheer({ id: 'here', ...by('7'), ...at(1) }),
      aCheer({ id: 'there', streamer_id: '101', ...by('7'), ...at(2) }),
    );
    expect(await pagesOf(db, OF_SEVEN)).toEqual([['there', 'here']]);
    expect(await pagesOf(db, { ...OF_SEVEN, streamerId: '100' })).toEqual([['here']]);
  });

  it('reads past many events at other streamers', async () => {
    const elsewhere = Array.from({ length: 50 }, (_, minute) =>
      aCheer({ id: `there-${minute}`, streamer_id: '101', ...by('7'), ...at(minute + 1) }),
    );
    const db = await logOf(aCheer({ id: 'here', ...by('7'), ...at(0) }), ...elsewhere);
    expect(await pagesOf(db, { ...OF_SEVEN, streamerId: '100' })).toEqual([['here']]);
  });

  it('reads a gift bomb once', async () => {
    const gifts = [0, 1, 2].map((index) => ({ ...aGift('bomb', index), ...by('7'), ...at(1) }));
    const db = await logOf({ ...aBomb('bomb', 3), ...by('7'), ...at(1) }, ...gifts);
    const [row] = await newestOf(db);
    expect(row?.bomb?.recipients).toHaveLength(3);
    expect(await pagesOf(db, OF_SEVEN)).toHaveLength(1);
  });

  it('finds a follow that became part of a run of follows', async () => {
    const db = await logOf(
      aFollow(0, { id: 'first', ...by('8') }),
      aFollow(10, { id: 'second', ...by('7') }),
    );
    await groupFollows(db, START + 10 * MINUTE);
    const rows = await newestOf(db);
    expect(rows.map(({ followers }) => followers.length)).toEqual([2]);
  });
});

describe('readLogRows', () => {
  const evening = () =>
    logOf(
      aCheer({ id: 'a', ...by('7'), ...at(1) }),
      aCheer({ id: 'b', streamer_id: '101', ...by('8'), ...at(2) }),
      aCheer({ id: 'c', ...by('7'), ...at(2) }),
      aCheer({ id: 'd', ...by('8'), ...at(2) }),
      aCheer({ id: 'e', ...by('7'), ...at(3) }),
    );

  it('reads everything of everybody, also of streamers that are in no list', async () => {
    expect(await pagesOf(await evening())).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  it('reads everything of one streamer', async () => {
    const db = await evening();
    expect(await pagesOf(db, { streamerId: '100' })).toEqual([
      ['e', 'd'],
      ['c', 'a'],
    ]);
    expect(await pagesOf(db, { streamerId: 'nobody' })).toEqual([[]]);
  });

  it.each<[string, Partial<LogQuery>, string[], boolean]>([
    ['everybody', {}, ['d', 'c'], true],
    ['one streamer', { streamerId: '100' }, ['d', 'c'], true],
    ['one streamer up to the newest', { streamerId: '100', limit: 3 }, ['e', 'd', 'c'], false],
    ['one viewer', OF_SEVEN, ['e', 'c'], false],
  ])('reads on to newer rows of %s', async (_whose, query, ids, hasMore) => {
    const db = await evening();
    const rowId = query.streamerId === undefined && query.viewerId === undefined ? 'b' : 'a';
    const page = await readLogRows(db, {
      streamerId: null,
      viewerId: null,
      limit: 2,
      ...query,
      from: { rowId, direction: 'newer' },
    });
    expect(page?.rows.map(({ id }) => id)).toEqual(ids);
    expect(page?.hasMore).toBe(hasMore);
  });

  it('says if the row to begin from has been deleted', async () => {
    const from = { rowId: 'gone', direction: 'older' } as const;
    const query = { streamerId: null, viewerId: null, limit: 2, from };
    expect(await readLogRows(await evening(), query)).toBeNull();
  });

  it('reads a page at any depth with the same work', async () => {
    const db = await logOf(
      ...Array.from({ length: 400 }, (_, index) => aCheer({ id: `e${index}`, ...at(index) })),
    );
    const query = { streamerId: null, viewerId: null, limit: 10 };
    const count = countReads();
    const readsOf = async (rowId: string) => {
      const before = count.reads;
      await readLogRows(db, { ...query, from: { rowId, direction: 'older' } });
      return count.reads - before;
    };
    expect(await readsOf('e20')).toBe(await readsOf('e390'));
  });
});

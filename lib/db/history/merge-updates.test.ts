import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { anUpdate, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import type { Database } from '../database';
import { newestRows } from '../feed/rows';
import { countsByStreamer } from './counts';
import { recordEvents } from './events';

async function logOf(...batches: StreamEvent[][]): Promise<Database> {
  const db = freshDatabase();
  for (const batch of batches) await recordEvents(db, batch);
  return db;
}

/** Returns the new title of each row, newest row first. */
async function titles(db: Database): Promise<unknown[]> {
  const rows = await newestRows(db, { streamerIds: ['100'], limit: 10 });
  return rows.map(({ event: { detail } }) => 'after' in detail && detail.after.title);
}

async function idsOfRows(db: Database): Promise<string[]> {
  return (await newestRows(db, { streamerIds: ['100'], limit: 10 })).map(({ id }) => id);
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

describe('changes of the channel', () => {
  it.each([
    [1, ['Title 1']],
    [120, ['Title 120']],
    [121, ['Title 121', 'Before']],
  ])('%i seconds apart are in rows %j', async (apart, expected) => {
    const db = await logOf([anUpdate(0, 'Before')], [anUpdate(apart)]);
    expect(await titles(db)).toEqual(expected);
  });

  it('are still stored and counted one by one', async () => {
    const db = await logOf([anUpdate(0), anUpdate(60)], [anUpdate(60), anUpdate(90)]);
    const log = await db.events.orderBy('seq').toArray();
    expect(log.map(({ id }) => id)).toEqual(['update 0', 'update 60', 'update 90']);
    expect(log.map(({ detail }) => detail)).toEqual([0, 60, 90].map((at) => anUpdate(at).detail));
    expect((await countsByStreamer(db))[0]?.total).toBe(3);
  });

  const chain = [anUpdate(0), anUpdate(100), anUpdate(200), anUpdate(300)];
  const far = anUpdate(421);

  it.each(permutations([...chain.slice(0, 3), far]).map((order) => ({ order })))(
    'become the same rows in any order ($order.0.id, $order.1.id, $order.2.id …)',
    async ({ order }) => {
      const oneByOne = await logOf(...order.map((update) => [update]));
      const atOnce = await logOf([...order, ...order]);
      const first = order.find(({ id }) => id !== far.id);
      for (const db of [oneByOne, atOnce]) {
        expect(await titles(db)).toEqual(['Title 421', 'Title 200']);
        expect(await idsOfRows(db)).toEqual([far.id, first?.id]);
      }
    },
  );

  it('merge two rows into the first stored one when a change between them arrives', async () => {
    const [first, second, third, fourth] = chain;
    if (!first || !second || !third || !fourth) throw new Error('A chain of four.');
    const db = await logOf([fourth], [first]);
    expect(await idsOfRows(db)).toEqual(['update 300', 'update 0']);
    await recordEvents(db, [second]);
    expect(await idsOfRows(db)).toEqual(['update 300', 'update 0']);
    await recordEvents(db, [third]);
    expect(await idsOfRows(db)).toEqual(['update 300']);
    expect(await db.events.where('thread').equals('channel_update:update 300').count()).toBe(4);
  });

  it('join a row after a restart of the worker', async () => {
    const db = await logOf([anUpdate(0)]);
    db.close();
    await db.open();
    await recordEvents(db, [anUpdate(60)]);
    expect(await idsOfRows(db)).toEqual(['update 0']);
  });

  it('join only rows of the same streamer, whatever is in between', async () => {
    const elsewhere = { ...anUpdate(30), streamer_id: '1000' };
    const between = aSub({ created_at: anUpdate(40).created_at });
    const db = await logOf([elsewhere], [anUpdate(0), between, anUpdate(60)]);
    expect(await titles(db)).toEqual([false, 'Title 60']);
    expect(await newestRows(db, { streamerIds: ['1000'], limit: 10 })).toHaveLength(1);
  });

  it('begin another row after 100 events', async () => {
    const db = await logOf(Array.from({ length: 130 }, (_, minute) => anUpdate(minute * 60)));
    expect(await idsOfRows(db)).toEqual(['update 6000', 'update 0']);
    expect(await titles(db)).toEqual(['Title 7740', 'Title 5940']);
  });

  it('are returned as they are stored', async () => {
    const db = freshDatabase();
    const [first, second] = await recordEvents(db, [anUpdate(0), anUpdate(60)]);
    expect([first, second]).toEqual(await db.events.orderBy('seq').toArray());
    expect(second).not.toHaveProperty('row_at');
  });
});

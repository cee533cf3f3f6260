import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time';
import { aBomb, aCheer, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { deleteHistory, recordEvents } from './events';
import { newestSeq } from './newest-seq';

async function countOf(db: Database, type: string, period: string): Promise<number> {
  return (await db.counts.get(['100', type, period]))?.count ?? 0;
}

async function sumOfCounts(db: Database): Promise<number> {
  const all = await db.counts.where('period').equals('all').toArray();
  return all.reduce((sum, { count }) => sum + count, 0);
}

function wentLive(id: string, key = 'online:77') {
  const detail = { streamId: '77', startedAt: START };
  return anEvent('stream_online', detail, { id, natural_key: key });
}

describe('a recorded event', () => {
  it('is stored with all of its fields', async () => {
    const db = freshDatabase();
    const cheer = aCheer({ id: 'abc' }, 250);
    expect(await recordEvents(db, [cheer])).toEqual([{ ...cheer, seq: 1, row_at: START }]);
    const [stored] = await db.events.toArray();
    expect(stored).toEqual({ ...cheer, seq: 1, row_at: START });
    expect(stored).toMatchObject({
      id: 'abc',
      streamer_name: 'Demo_Streamer',
      event_type: 'cheer',
      viewer_name: 'Demo_Viewer',
      created_at: START,
    });
  });

  it('has a name of null if Twitch names no viewer', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aCheer({ viewer_id: null, viewer_login: null, viewer_name: null })]);
    expect((await db.events.toArray())[0]).toMatchObject({ viewer_name: null });
  });

  it('is numbered in order of arrival, across batches', async () => {
    const db = freshDatabase();
    const late = aCheer({ created_at: START - DAY });
    const first = await recordEvents(db, [aCheer(), aSub()]);
    const second = await recordEvents(db, [late]);
    expect([...first, ...second].map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await newestSeq(db)).toBe(3);
  });
});

describe('a known event', () => {
  it('is left out by its id, in another batch or the same, however old', async () => {
    const db = freshDatabase();
    const [cheer, sub] = [aCheer(), aSub({ created_at: START - 400 * DAY })];
    expect(await recordEvents(db, [cheer, sub, cheer])).toHaveLength(2);
    expect(await recordEvents(db, [sub, cheer, sub])).toEqual([]);
    expect(await db.events.count()).toBe(2);
    expect(await sumOfCounts(db)).toBe(2);
  });

  it('is left out by its natural key, whichever report arrived first', async () => {
    const db = freshDatabase();
    expect(await recordEvents(db, [wentLive('live')])).toHaveLength(1);
    expect(await recordEvents(db, [wentLive('found later')])).toEqual([]);
    const both = [wentLive('a', 'online:78'), wentLive('b', 'online:78')];
    expect((await recordEvents(db, both)).map(({ id }) => id)).toEqual(['a']);
    expect(await countOf(db, 'stream_online', 'all')).toBe(2);
  });

  it('does not exclude events without a natural key', async () => {
    const db = freshDatabase();
    expect(await recordEvents(db, [aSub(), aSub(), wentLive('a')])).toHaveLength(3);
  });
});

describe('the counters', () => {
  it('count by streamer, type and UTC day, and in total', async () => {
    const db = freshDatabase();
    const nextDay = { created_at: START + 6.5 * 3_600_000 };
    await recordEvents(db, [aSub(), aSub(nextDay), aCheer(), aSub({ streamer_id: '101' })]);
    await recordEvents(db, [aSub()]);
    expect(await countOf(db, 'sub', 'all')).toBe(3);
    expect(await countOf(db, 'sub', '2026-10-01')).toBe(2);
    expect(await countOf(db, 'sub', '2026-10-02')).toBe(1);
    expect(await countOf(db, 'cheer', 'all')).toBe(1);
    expect((await db.counts.get(['101', 'sub', 'all']))?.count).toBe(1);
    expect(await sumOfCounts(db)).toBe(5);
  });

  it('change together with the log or not at all', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub()]);
    // Functions cannot be stored, so writing this batch fails in the middle.
    const poison = anEvent('other', {
      message: '',
      noticeType: '',
      systemMessage: '',
      raw: () => {},
    });
    await expect(recordEvents(db, [aSub(), poison, aCheer()])).rejects.toThrow();
    expect(await db.events.count()).toBe(1);
    expect(await sumOfCounts(db)).toBe(1);
    expect(await recordEvents(db, [aCheer()])).toHaveLength(1);
    expect(await sumOfCounts(db)).toBe(2);
  });

  it('roll back the events if writing them fails', async () => {
    const db = freshDatabase();
    db.counts.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await expect(recordEvents(db, [aSub()])).rejects.toThrow();
    expect(await db.events.count()).toBe(0);
  });
});

describe('a gift bomb', () => {
  const header = aBomb('b1', 3, { id: 'header' });
  const gifts = [1, 2, 3].map((number) => aGift('b1', number, { id: `gift ${number}` }));

  it.each([
    ['header first', [header, ...gifts]],
    ['header last', [...gifts, header]],
    ['header in between', [gifts[2], header, gifts[0], gifts[1]]],
    ['without its header', gifts],
  ])('begins one row, %s, in one batch or in several', async (_order, events) => {
    const parts = events.filter((event) => event !== undefined);
    const atOnce = freshDatabase();
    await recordEvents(atOnce, parts);
    const oneByOne = freshDatabase();
    for (const event of parts) await recordEvents(oneByOne, [event]);
    for (const db of [atOnce, oneByOne]) {
      const starts = await db.events.filter((event) => event.row_at !== undefined).toArray();
      expect(starts.map(({ id }) => id)).toEqual([parts[0]?.id]);
    }
  });

  it('is a row apart from another gift bomb and from a single gift', async () => {
    const db = freshDatabase();
    const { thread: _thread, ...alone } = aGift('none', 9);
    await recordEvents(db, [header, ...gifts, aBomb('b2', 1), aGift('b2', 4), alone]);
    expect(await db.events.filter((event) => event.row_at !== undefined).count()).toBe(3);
  });
});

describe('deleteHistory', () => {
  it('deletes events and counters, and continues the numbering', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub(), aSub()]);
    await deleteHistory(db);
    expect(await db.events.count()).toBe(0);
    expect(await db.counts.count()).toBe(0);
    expect(await newestSeq(db)).toBe(0);
    // An old seen watermark must not hide new events.
    expect((await recordEvents(db, [aSub()]))[0]?.seq).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { aFollow, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { newestRows } from '../feed/rows';
import { countsByStreamer } from './counts';
import { recordEvents } from './events';
import { groupFollows, nextGroupingTime } from './group-follows';

const LATER = START + 24 * HOUR;
const second = (seconds: number) => START + seconds * SECOND;
const subAt = (seconds: number) => aSub({ created_at: second(seconds) });

async function logOf(...events: StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return db;
}

async function groupAll(db: Database, now = LATER): Promise<void> {
  while ((await groupFollows(db, now)).length > 0);
}

/**
 * Returns the followers of each row, newest first, by their second; 'alone' for a single follow.
 */
async function rows(db: Database, limit = 10): Promise<unknown[]> {
  return (await newestRows(db, { streamerIds: ['100'], limit })).map(({ event, followers }) => {
    if (event.event_type !== 'follow') return event.event_type;
    if (followers.length === 0) return 'alone';
    return followers.map(({ id }) => Number(id) - 700);
  });
}

describe('follows', () => {
  it('stay alone for a minute and then become one row', async () => {
    const db = await logOf(aFollow(0), aFollow(10), aFollow(20));
    await groupAll(db, second(60) - 1);
    expect(await rows(db)).toEqual(['alone', 'alone', 'alone']);
    await groupAll(db, second(60));
    expect(await rows(db)).toEqual(['alone', 'alone', 'alone']);
    await groupAll(db, second(70));
    expect(await rows(db)).toEqual(['alone', [10, 0]]);
    await groupAll(db, second(80));
    expect(await rows(db)).toEqual([[20, 10, 0]]);
  });

  it('stay apart if there is another row between them', async () => {
    const db = await logOf(aFollow(0), aFollow(1), subAt(2), aFollow(3), aFollow(4), subAt(5));
    await groupAll(db);
    expect(await rows(db)).toEqual(['sub', [4, 3], 'sub', [1, 0]]);
  });

  it('do not stay apart because of a row of another streamer', async () => {
    const elsewhere = { streamer_id: '1000' };
    const db = await logOf(aFollow(0), aFollow(1, elsewhere), aFollow(2));
    await groupAll(db);
    expect(await rows(db)).toEqual([[2, 0]]);
    expect(await newestRows(db, { streamerIds: ['1000'], limit: 10 })).toHaveLength(1);
  });

  it('keep the id and place of the first stored follow', async () => {
    const db = await logOf(aFollow(20, { id: 'first' }), aFollow(10), subAt(40));
    await groupAll(db);
    const shown = async () =>
      (await newestRows(db, { streamerIds: ['100'], limit: 10 })).find(({ id }) => id === 'first');
    const place = { event: { created_at: second(20) } };
    expect(await shown()).toMatchObject({ ...place, lastSeq: 2 });
    await recordEvents(db, [aFollow(30), aFollow(5)]);
    await groupAll(db);
    expect(await shown()).toMatchObject({ ...place, lastSeq: 5 });
    expect(await rows(db)).toEqual(['sub', [30, 20, 10, 5]]);
    const log = await db.events.where('thread').equals('follows:first').toArray();
    expect(log.filter(({ row_at }) => row_at !== undefined).map(({ id }) => id)).toEqual(['first']);
  });

  it('join the row before or after them if they arrive late', async () => {
    const db = await logOf(aFollow(0), aFollow(1), subAt(10), aFollow(20), aFollow(21));
    await groupAll(db);
    await recordEvents(db, [aFollow(5), aFollow(15)]);
    await groupAll(db);
    expect(await rows(db)).toEqual([[21, 20, 15], 'sub', [5, 1, 0]]);
  });

  it('stay alone while they are new, even next to a late one', async () => {
    const db = await logOf(aFollow(100), aFollow(0));
    await groupAll(db, second(90));
    expect(await rows(db)).toEqual(['alone', 'alone']);
    await groupAll(db);
    expect(await rows(db)).toEqual([[100, 0]]);
  });

  it('become one row in order of arrival if they have the same time', async () => {
    const at = { created_at: START };
    const db = await logOf(aFollow(1, at), aFollow(2, at), aFollow(3, at));
    await groupAll(db);
    expect(await rows(db)).toEqual([[3, 2, 1]]);
  });

  it('begin another row after 100 follows', async () => {
    const db = await logOf(...Array.from({ length: 230 }, (_, number) => aFollow(number)));
    await groupAll(db);
    const lengths = (await newestRows(db, { streamerIds: ['100'], limit: 10 })).map(
      ({ followers }) => followers.length,
    );
    expect(lengths).toEqual([30, 100, 100]);
  });

  it('are still counted and stored one by one', async () => {
    const follows = [aFollow(0), aFollow(1), aFollow(2)];
    const db = await logOf(...follows);
    await groupAll(db);
    await recordEvents(db, follows);
    expect((await countsByStreamer(db))[0]?.total).toBe(3);
    const log = await db.events.orderBy('seq').toArray();
    expect(log.map(({ id }) => id)).toEqual(follows.map(({ id }) => id));
    expect(log.every(({ folds_at }) => folds_at === undefined)).toBe(true);
  });
});

describe('groupFollows', () => {
  it('handles a limited number at once and stops when none is due', async () => {
    const db = await logOf(...Array.from({ length: 130 }, (_, number) => aFollow(number)));
    expect(await groupFollows(db, LATER)).toHaveLength(100);
    expect(await groupFollows(db, LATER)).toHaveLength(30);
    const before = await db.events.toArray();
    expect(await groupFollows(db, LATER)).toHaveLength(0);
    expect(await db.events.toArray()).toEqual(before);
  });

  it('changes nothing when it fails, and succeeds the next time', async () => {
    const db = await logOf(aFollow(0), aFollow(1), aFollow(2));
    const before = await db.events.toArray();
    let writes = 0;
    const hook = () => {
      writes += 1;
      if (writes === 4) throw new Error('the worker was killed');
    };
    db.events.hook('updating', hook);
    await expect(groupFollows(db, LATER)).rejects.toThrow();
    db.events.hook('updating').unsubscribe(hook);
    expect(writes).toBe(4);
    expect(await db.events.toArray()).toEqual(before);
    await groupAll(db);
    expect(await rows(db)).toEqual([[2, 1, 0]]);
  });

  it('continues after a restart', async () => {
    const db = await logOf(aFollow(0), aFollow(10));
    await groupAll(db, second(60));
    db.close();
    await db.open();
    await groupAll(db);
    expect(await rows(db)).toEqual([[10, 0]]);
  });
});

describe('nextGroupingTime', () => {
  it('returns when the oldest single follow is a minute old', async () => {
    const db = await logOf(aFollow(30), aFollow(10), aSub());
    expect(await nextGroupingTime(db)).toBe(second(10) + MINUTE);
    await groupAll(db, second(70));
    expect(await nextGroupingTime(db)).toBe(second(30) + MINUTE);
    await groupAll(db);
    expect(await nextGroupingTime(db)).toBeNull();
  });
});

import type { InsertType } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { DAY } from '@/lib/time';
import { aBomb, aCheer, aGift, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { fillStorage } from '@/tests/support/fakes/full-storage';
import type { GapRecord } from '../database';
import { newestRows } from '../feed/rows';
import { countsByStreamer } from './counts';
import { recordEvents } from './events';
import { freeBefore, oldestEventTime, pruneBefore } from './prune';
import { totalEvents } from './totals';

const MIDNIGHT = Math.floor(START / DAY) * DAY;
const before = (ms: number) => ({ created_at: MIDNIGHT - ms });
const after = (ms: number) => ({ created_at: MIDNIGHT + ms });

/** Creates the record of a pause. All times are in milliseconds after midnight. */
function gapRecord(from: number, ends: Record<string, number>): InsertType<GapRecord, 'seq'> {
  return {
    from: MIDNIGHT + from,
    reason: 'not_running',
    ends: Object.entries(ends).map(([id, until]) => [id, MIDNIGHT + until]),
  };
}

describe('pruneBefore', () => {
  it('deletes events from before the day and corrects the counters', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aSub(before(1)),
      aCheer(before(DAY)),
      aCheer(after(0)),
      aSub(after(5)),
    ]);
    expect(await pruneBefore(db, MIDNIGHT, 100)).toBe(2);
    expect((await db.events.toArray()).every(({ created_at }) => created_at >= MIDNIGHT)).toBe(
      true,
    );
    expect(await totalEvents(db)).toBe(await db.events.count());
    const days = await db.counts.where('period').notEqual('all').toArray();
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(await oldestEventTime(db)).toBe(MIDNIGHT);
  });

  it('deletes no more than the limit, with correct totals after each step', async () => {
    const db = freshDatabase();
    await recordEvents(
      db,
      Array.from({ length: 7 }, (_, number) => aSub(before(number + 1))),
    );
    const steps: number[] = [];
    for (let deleted = 3; deleted === 3; ) {
      deleted = await pruneBefore(db, MIDNIGHT, 3);
      steps.push(deleted);
      expect(await totalEvents(db)).toBe(await db.events.count());
    }
    expect(steps).toEqual([3, 3, 1]);
    expect(await db.counts.count()).toBe(0);
    expect(await countsByStreamer(db)).toEqual([]);
  });

  it('deletes nothing if the totals cannot be changed', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub(before(1)), aSub(after(1))]);
    vi.spyOn(db.counts, 'bulkPut').mockRejectedValue(new Error('disk I/O'));
    await expect(pruneBefore(db, MIDNIGHT, 100)).rejects.toThrow('disk I/O');
    expect(await db.events.count()).toBe(2);
    expect(await totalEvents(db)).toBe(2);
  });

  it('keeps the totals of other streamers', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aSub({ ...before(1), streamer_id: '101' }),
      aSub({ ...after(1), streamer_id: '101' }),
      aSub(after(1)),
    ]);
    await pruneBefore(db, MIDNIGHT, 100);
    expect((await countsByStreamer(db)).map(({ total }) => total)).toEqual([1, 1]);
  });

  it('keeps the row of a gift bomb that continued after midnight', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aBomb('bomb', 3, before(2)),
      aGift('bomb', 0, before(1)),
      aGift('bomb', 1, after(1)),
      aGift('bomb', 2, after(2)),
    ]);
    await pruneBefore(db, MIDNIGHT, 100);
    const [row, ...others] = await newestRows(db, { streamerIds: ['100'], limit: 10 });
    expect(others).toEqual([]);
    expect(row?.bomb?.recipients).toHaveLength(2);
    expect(row?.event.created_at).toBe(MIDNIGHT + 1);
  });

  it('deletes the gaps that ended before the day for everybody', async () => {
    const db = freshDatabase();
    await db.gaps.bulkAdd([
      gapRecord(-20, { '100': -10, '101': -1 }),
      gapRecord(-5, { '100': -4, '101': 5 }),
      gapRecord(5, { '100': 6 }),
    ]);
    await pruneBefore(db, MIDNIGHT, 100);
    expect((await db.gaps.toArray()).map(({ from }) => from - MIDNIGHT)).toEqual([-5, 5]);
  });
});

/** Returns a log of two days with a gift bomb across midnight, after the first day was deleted. */
async function freed() {
  const db = freshDatabase();
  await recordEvents(db, [
    aCheer(before(DAY / 2)),
    aCheer(after(5)),
    aSub({ ...after(6), streamer_id: '101' }),
    aBomb('bomb', 2, before(2)),
    aGift('bomb', 0, before(1)),
    aGift('bomb', 1, after(1)),
  ]);
  await db.gaps.add(gapRecord(-20, { '100': -10 }));
  const full = fillStorage();
  const deleted = await freeBefore(db, MIDNIGHT);
  return { db, full, deleted };
}

describe('freeBefore', () => {
  it('deletes days and their gaps in a browser that allows no writes', async () => {
    const { db, deleted } = await freed();
    expect(deleted).toBe(3);
    expect(await oldestEventTime(db)).toBe(MIDNIGHT + 1);
    expect(await db.gaps.count()).toBe(0);
  });

  it('leaves correct totals, before and after there is room to write them', async () => {
    const { db, full } = await freed();
    const totals = await countsByStreamer(db);
    expect(totals.map(({ streamerId, total }) => [streamerId, total])).toEqual([
      ['100', 2],
      ['101', 1],
    ]);
    full.empty();
    await recordEvents(db, [aCheer(after(9))]);
    expect(await totalEvents(db)).toBe(4);
    expect(await db.counts.where('period').equals('all').count()).toBe(3);
  });

  it('restores rows that continued after midnight once there is room', async () => {
    const { db, full } = await freed();
    full.empty();
    await recordEvents(db, [aGift('bomb', 2, after(2))]);
    const rows = await newestRows(db, { streamerIds: ['100'], limit: 10 });
    expect(rows.map(({ bomb }) => bomb?.recipients.length)).toEqual([undefined, 2]);
  });

  it('leaves counters that later pruning keeps correct', async () => {
    const { db, full } = await freed();
    full.empty();
    await pruneBefore(db, MIDNIGHT + DAY, 2);
    expect(await totalEvents(db)).toBe(await db.events.count());
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import { totalEvents } from '@/lib/db/history/totals';
import { DAY } from '@/lib/time';
import { aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { freeOldestDay, prune } from './prune';

/** Creates a log with `perDay` events on each of the last `days` days, including today. */
async function logOf(days: number, perDay: number): Promise<Database> {
  const db = freshDatabase();
  const events = Array.from({ length: days * perDay }, (_, index) =>
    aSub({ created_at: START - (index % days) * DAY }),
  );
  await recordEvents(db, events);
  return db;
}

async function daysLeft(db: Database): Promise<number[]> {
  const times = (await db.events.toArray()).map(({ created_at }) => (START - created_at) / DAY);
  return [...new Set(times)].toSorted((a, b) => a - b);
}

describe('prune', () => {
  it.each([
    { days: null, events: null, left: [0, 1, 2, 3, 4] },
    { days: 2, events: null, left: [0, 1, 2] },
    { days: 180, events: 500_000, left: [0, 1, 2, 3, 4] },
    { days: null, events: 7, left: [0, 1] },
    { days: null, events: 9, left: [0, 1, 2] },
    { days: 1, events: 1, left: [0] },
  ])('keeps $days days and $events events', async ({ days, events, left }) => {
    const db = await logOf(5, 3);
    const deleted = await prune(db, { days, events, makeRoom: false }, START);
    expect(await daysLeft(db)).toEqual(left);
    expect(deleted).toBe(15 - left.length * 3);
    expect(await totalEvents(db)).toBe(left.length * 3);
  });

  it.each([
    { days: null, events: 1200 },
    { days: 0.5, events: null },
  ])('deletes a day of many events in several transactions (%o)', async (limits) => {
    const db = await logOf(2, 1200);
    const deleting = vi.spyOn(db.events, 'bulkDelete');
    expect(await prune(db, { ...limits, makeRoom: false }, START)).toBe(1200);
    expect(await daysLeft(db)).toEqual([0]);
    const batchSizes = deleting.mock.calls.map(([keys]) => keys.length);
    expect(Math.max(...batchSizes)).toBeLessThanOrEqual(500);
  });
});

describe('freeOldestDay', () => {
  it('deletes all of the oldest day, but never today', async () => {
    const db = await logOf(2, 3);
    expect(await freeOldestDay(db, START)).toBe(3);
    expect(await freeOldestDay(db, START)).toBe(0);
    expect(await daysLeft(db)).toEqual([0]);
  });

  it('deletes nothing from an empty log', async () => {
    expect(await freeOldestDay(freshDatabase(), START)).toBe(0);
  });
});

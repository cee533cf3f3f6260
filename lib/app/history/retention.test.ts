import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { DEFAULT_RETENTION, type Retention } from '@/lib/domain/history/retention';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { aSub } from '@/tests/support/events';
import { createFakeClock, START } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { freshDatabase } from '@/tests/support/fresh-database';
import { createRetentionJob } from './retention';

function keepHouse(retention: Partial<Retention>) {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const chosen = { ...DEFAULT_RETENTION, ...retention };
  const housekeeping = createRetentionJob({ db, clock, log, readRetention: async () => chosen });
  const record = async (...daysAgo: number[]) =>
    await recordEvents(
      db,
      daysAgo.map((days) => aSub({ created_at: START - days * DAY })),
    );
  return { db, clock, log, housekeeping, record };
}

describe('sweep', () => {
  it('deletes what is past its time, and looks again after an hour', async () => {
    const { db, clock, housekeeping, record } = keepHouse({ days: 10 });
    await record(0, 11);
    await housekeeping.sweep();
    expect(await db.events.count()).toBe(1);
    await record(12);
    await clock.advance(HOUR - 1);
    await housekeeping.sweep();
    expect(await db.events.count()).toBe(2);
    await clock.advance(1);
    await housekeeping.sweep();
    expect(await db.events.count()).toBe(1);
  });

  it('deletes again when the clock was set back', async () => {
    const { db, clock, housekeeping, record } = keepHouse({ days: 10 });
    await housekeeping.sweep();
    await record(12);
    clock.set(-3 * HOUR);
    await housekeeping.sweep();
    expect(await db.events.count()).toBe(0);
  });

  it('says so where the database fails, and throws nothing', async () => {
    const { db, log, housekeeping } = keepHouse({});
    db.close({ disableAutoOpen: true });
    await housekeeping.sweep();
    expect(log.warnings).toHaveLength(1);
  });
});

describe('makeRoom', () => {
  it.each([
    { makeRoom: true, daysAgo: [0, 3, 5], left: 2, made: true },
    { makeRoom: true, daysAgo: [0], left: 1, made: false },
    { makeRoom: false, daysAgo: [0, 3, 5], left: 3, made: false },
  ])('agreed: $makeRoom, days: $daysAgo', async ({ makeRoom, daysAgo, left, made }) => {
    const { db, housekeeping, record } = keepHouse({ makeRoom });
    await record(...daysAgo);
    expect(await housekeeping.makeRoom()).toBe(made);
    expect(await db.events.count()).toBe(left);
  });

  it('lets one day go at a time, and another after ten minutes', async () => {
    const { db, clock, housekeeping, record } = keepHouse({ makeRoom: true });
    await record(0, 1, 2, 3);
    expect(await housekeeping.makeRoom()).toBe(true);
    await clock.advance(10 * MINUTE - 1);
    expect(await housekeeping.makeRoom()).toBe(false);
    expect(await db.events.count()).toBe(3);
    await clock.advance(1);
    expect(await housekeeping.makeRoom()).toBe(true);
    clock.set(-3 * HOUR);
    expect(await housekeeping.makeRoom()).toBe(true);
    expect(await db.events.count()).toBe(1);
  });

  it('makes none where the database fails', async () => {
    const { db, housekeeping } = keepHouse({ makeRoom: true });
    db.close({ disableAutoOpen: true });
    expect(await housekeeping.makeRoom()).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { DEFAULT_RETENTION, type Retention } from '@/lib/domain/history/retention';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createRetentionJob } from './retention';

function createJob(retention: Partial<Retention>) {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const chosen = { ...DEFAULT_RETENTION, ...retention };
  const job = createRetentionJob({
    db,
    clock,
    log,
    readRetention: async () => chosen,
    deleted: () => undefined,
  });
  const record = async (...daysAgo: number[]) =>
    await recordEvents(
      db,
      daysAgo.map((days) => aSub({ created_at: START - days * DAY })),
    );
  return { db, clock, log, job, record };
}

describe('deleteOldEvents', () => {
  it('deletes events after the retention period, at most once an hour', async () => {
    const { db, clock, job, record } = createJob({ days: 10 });
    await record(0, 11);
    await job.deleteOldEvents();
    expect(await db.events.count()).toBe(1);
    await record(12);
    await clock.advance(HOUR - 1);
    await job.deleteOldEvents();
    expect(await db.events.count()).toBe(2);
    await clock.advance(1);
    await job.deleteOldEvents();
    expect(await db.events.count()).toBe(1);
  });

  it('deletes again when the clock was set back', async () => {
    const { db, clock, job, record } = createJob({ days: 10 });
    await job.deleteOldEvents();
    await record(12);
    clock.set(-3 * HOUR);
    await job.deleteOldEvents();
    expect(await db.events.count()).toBe(0);
  });

  it('logs an error of the database, and does not throw', async () => {
    const { db, log, job } = createJob({});
    db.close({ disableAutoOpen: true });
    await job.deleteOldEvents();
    expect(log.warnings).toHaveLength(1);
  });
});

describe('makeRoom', () => {
  it.each([
    { makeRoom: true, daysAgo: [0, 3, 5], left: 2, made: true },
    { makeRoom: true, daysAgo: [0], left: 1, made: false },
    { makeRoom: false, daysAgo: [0, 3, 5], left: 3, made: false },
  ])(
    'returns $made if the setting is $makeRoom and there are events of $daysAgo days ago',
    async ({ makeRoom, daysAgo, left, made }) => {
      const { db, job, record } = createJob({ makeRoom });
      await record(...daysAgo);
      expect(await job.makeRoom()).toBe(made);
      expect(await db.events.count()).toBe(left);
    },
  );

  it('deletes one day, and another after ten minutes or when the clock was set back', async () => {
    const { db, clock, job, record } = createJob({ makeRoom: true });
    await record(0, 1, 2, 3);
    expect(await job.makeRoom()).toBe(true);
    await clock.advance(10 * MINUTE - 1);
    expect(await job.makeRoom()).toBe(false);
    expect(await db.events.count()).toBe(3);
    await clock.advance(1);
    expect(await job.makeRoom()).toBe(true);
    clock.set(-3 * HOUR);
    expect(await job.makeRoom()).toBe(true);
    expect(await db.events.count()).toBe(1);
  });

  it('returns false if the database fails', async () => {
    const { db, job } = createJob({ makeRoom: true });
    db.close({ disableAutoOpen: true });
    expect(await job.makeRoom()).toBe(false);
  });
});

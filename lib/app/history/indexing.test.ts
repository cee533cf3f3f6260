import { expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/history/events';
import { readIndexProgress } from '@/lib/db/log-index/progress';
import { SECOND } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { until } from '@/tests/support/until';
import { createIndexing } from './indexing';

function running() {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const indexing = createIndexing({ db, clock, log });
  const record = async (count: number) =>
    await recordEvents(
      db,
      Array.from({ length: count }, () => aCheer()),
    );
  const behind = async () => (await readIndexProgress(db)).behind;
  return { db, clock, log, indexing, record, behind };
}

it('takes in everything at the start, also what an earlier worker has left', async () => {
  const { indexing, record, behind } = running();
  await record(1200);
  await indexing.advance();
  expect(await behind()).toBe(0);
});

it('takes in what is recorded a second later, all of it at once', async () => {
  const { clock, indexing, record, behind } = running();
  await record(1);
  indexing.recorded();
  await record(1);
  indexing.recorded();
  expect(clock.pending).toBe(1);
  await clock.advance(SECOND - 1);
  expect(await behind()).toBe(2);
  await clock.advance(1);
  await until(async () => expect(await behind()).toBe(0));
  expect(clock.pending).toBe(0);
});

it('tries again after the database failed', async () => {
  const { db, log, indexing, record, behind } = running();
  await record(1);
  db.close();
  await indexing.advance();
  expect(log.warnings).toHaveLength(1);
  await db.open();
  await indexing.advance();
  expect(await behind()).toBe(0);
});

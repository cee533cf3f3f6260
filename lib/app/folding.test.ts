import { expect, it } from 'vitest';
import { recordEvents } from '@/lib/db/events';
import { newestRows } from '@/lib/db/rows';
import type { StreamEvent } from '@/lib/domain/event';
import { DAY, MINUTE, SECOND } from '@/lib/time';
import { aFollow, aSub } from '@/tests/support/events';
import { createFakeClock } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { freshDatabase } from '@/tests/support/fresh-database';
import { until } from '@/tests/support/until';
import { createFolding } from './folding';

function running() {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const told = { folded: 0 };
  const folding = createFolding({ db, clock, log, folded: () => (told.folded += 1) });
  const record = async (...events: StreamEvent[]) => {
    await recordEvents(db, events);
    await folding.fold();
  };
  const rows = async () => (await newestRows(db, '100', 10)).length;
  return { db, clock, log, told, folding, record, rows };
}

it('folds each follow when it is a minute old, and tells of it', async () => {
  const { clock, told, record, rows } = running();
  await record(aFollow(0));
  await record(aFollow(10));
  expect(clock.pending).toBe(1);
  await clock.advance(MINUTE - 1);
  expect(told.folded).toBe(0);
  await clock.advance(1);
  await until(() => expect(told.folded).toBe(1));
  await until(() => expect(clock.pending).toBe(1));
  expect(await rows()).toBe(2);
  await clock.advance(10 * SECOND);
  await until(() => expect(told.folded).toBe(2));
  expect(await rows()).toBe(1);
  await until(() => expect(clock.pending).toBe(0));
});

it('has nothing to wait for and nothing to tell without follows', async () => {
  const { clock, told, folding } = running();
  await folding.fold();
  expect(clock.pending).toBe(0);
  expect(told.folded).toBe(0);
});

it('folds at once what timers have missed, however much it is', async () => {
  const { clock, told, record, rows } = running();
  clock.sleep(DAY);
  await record(...Array.from({ length: 250 }, (_, number) => aFollow(number)));
  expect(await rows()).toBe(3);
  expect(told.folded).toBe(1);
});

it('sets its timer when follows were recorded, and only then', async () => {
  const { db, clock, folding } = running();
  await folding.foldRecorded(await recordEvents(db, [aSub()]));
  expect(clock.pending).toBe(0);
  await folding.foldRecorded(await recordEvents(db, [aFollow(0)]));
  expect(clock.pending).toBe(1);
});

it('looks again within a minute where clocks disagree', async () => {
  const { clock, told, record } = running();
  await record(aFollow(30 * 24 * 3600));
  await clock.advance(MINUTE);
  await until(() => expect(clock.pending).toBe(1));
  expect(told.folded).toBe(0);
});

it('goes on after the database failed', async () => {
  const { db, clock, log, record, folding, rows } = running();
  await record(aFollow(0), aFollow(1));
  clock.sleep(DAY);
  db.close();
  await folding.fold();
  expect(log.warnings).toHaveLength(1);
  await db.open();
  await folding.fold();
  expect(await rows()).toBe(1);
});

import { expect, it } from 'vitest';
import { newestRows } from '@/lib/db/feed/rows';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DAY, MINUTE, SECOND } from '@/lib/time';
import { aFollow, aSub } from '@/tests/support/events';
import { createFakeClock } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { freshDatabase } from '@/tests/support/fresh-database';
import { until } from '@/tests/support/until';
import { createFollowGrouping } from './group-follows';

function running() {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const calls = { folded: 0 };
  const folding = createFollowGrouping({ db, clock, log, folded: () => (calls.folded += 1) });
  const record = async (...events: StreamEvent[]) => {
    await recordEvents(db, events);
    await folding.fold();
  };
  const rows = async () => (await newestRows(db, '100', 10)).length;
  return { db, clock, log, calls, folding, record, rows };
}

it('folds each follow when it is a minute old, and reports it', async () => {
  const { clock, calls, record, rows } = running();
  await record(aFollow(0));
  await record(aFollow(10));
  expect(clock.pending).toBe(1);
  await clock.advance(MINUTE - 1);
  expect(calls.folded).toBe(0);
  await clock.advance(1);
  await until(() => expect(calls.folded).toBe(1));
  await until(() => expect(clock.pending).toBe(1));
  expect(await rows()).toBe(2);
  await clock.advance(10 * SECOND);
  await until(() => expect(calls.folded).toBe(2));
  expect(await rows()).toBe(1);
  await until(() => expect(clock.pending).toBe(0));
});

it('sets no timer and reports nothing if there are no follows', async () => {
  const { clock, calls, folding } = running();
  await folding.fold();
  expect(clock.pending).toBe(0);
  expect(calls.folded).toBe(0);
});

it('folds at once all follows that are old enough, however many', async () => {
  const { clock, calls, record, rows } = running();
  clock.sleep(DAY);
  await record(...Array.from({ length: 250 }, (_, number) => aFollow(number)));
  expect(await rows()).toBe(3);
  expect(calls.folded).toBe(1);
});

it('sets its timer when follows were recorded, and only then', async () => {
  const { db, clock, folding } = running();
  await folding.foldRecorded(await recordEvents(db, [aSub()]));
  expect(clock.pending).toBe(0);
  await folding.foldRecorded(await recordEvents(db, [aFollow(0)]));
  expect(clock.pending).toBe(1);
});

it('looks again within a minute if a follow is far in the future', async () => {
  const { clock, calls, record } = running();
  await record(aFollow(30 * 24 * 3600));
  await clock.advance(MINUTE);
  await until(() => expect(clock.pending).toBe(1));
  expect(calls.folded).toBe(0);
});

it('works again after the database failed', async () => {
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

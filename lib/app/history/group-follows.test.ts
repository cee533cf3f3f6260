import { expect, it } from 'vitest';
import { newestRows } from '@/lib/db/feed/rows';
import { recordEvents } from '@/lib/db/history/events';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DAY, MINUTE, SECOND } from '@/lib/time';
import { aFollow, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { until } from '@/tests/support/until';
import { createFollowGrouping } from './group-follows';

function running() {
  const db = freshDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const calls = { grouped: 0 };
  const grouping = createFollowGrouping({ db, clock, log, grouped: () => (calls.grouped += 1) });
  const record = async (...events: StreamEvent[]) => {
    await recordEvents(db, events);
    await grouping.groupDue();
  };
  const rows = async () => (await newestRows(db, { streamerIds: ['100'], limit: 10 })).length;
  return { db, clock, log, calls, grouping, record, rows };
}

it('groups each follow when it is a minute old, and reports it', async () => {
  const { clock, calls, record, rows } = running();
  await record(aFollow(0));
  await record(aFollow(10));
  expect(clock.pending).toBe(1);
  await clock.advance(MINUTE - 1);
  expect(calls.grouped).toBe(0);
  await clock.advance(1);
  await until(() => expect(calls.grouped).toBe(1));
  await until(() => expect(clock.pending).toBe(1));
  expect(await rows()).toBe(2);
  await clock.advance(10 * SECOND);
  await until(() => expect(calls.grouped).toBe(2));
  expect(await rows()).toBe(1);
  await until(() => expect(clock.pending).toBe(0));
});

it('sets no timer and reports nothing if there are no follows', async () => {
  const { clock, calls, grouping } = running();
  await grouping.groupDue();
  expect(clock.pending).toBe(0);
  expect(calls.grouped).toBe(0);
});

it('groups all follows that are old enough at once', async () => {
  const { clock, calls, record, rows } = running();
  clock.sleep(DAY);
  await record(...Array.from({ length: 250 }, (_, index) => aFollow(index)));
  expect(await rows()).toBe(3);
  expect(calls.grouped).toBe(1);
});

it('sets its timer only when follows are recorded', async () => {
  const { db, clock, grouping } = running();
  await grouping.groupRecorded(await recordEvents(db, [aSub()]));
  expect(clock.pending).toBe(0);
  await grouping.groupRecorded(await recordEvents(db, [aFollow(0)]));
  expect(clock.pending).toBe(1);
});

it('checks again within a minute if a follow is far in the future', async () => {
  const { clock, calls, record } = running();
  await record(aFollow(30 * 24 * 3600));
  await clock.advance(MINUTE);
  await until(() => expect(clock.pending).toBe(1));
  expect(calls.grouped).toBe(0);
});

it('works again after the database failed', async () => {
  const { db, clock, log, record, grouping, rows } = running();
  await record(aFollow(0), aFollow(1));
  clock.sleep(DAY);
  db.close();
  await grouping.groupDue();
  expect(log.warnings).toHaveLength(1);
  await db.open();
  await grouping.groupDue();
  expect(await rows()).toBe(1);
});

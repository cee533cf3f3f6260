import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import { isSeen, NOTHING_SEEN, type Seen } from '@/lib/domain/history/seen';
import { MINUTE } from '@/lib/time';
import { aSub } from '@/tests/support/builders/events';
import { countReads } from '@/tests/support/database/counted-reads';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createSeenMark } from './seen-mark';

/** Records so many events of a streamer, one a minute. Their ids are `<streamer>-1` and so on. */
async function record(db: Database, streamer_id: string, count: number, from = 1): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  await recordEvents(
    db,
    numbers.map((number) =>
      aSub({ id: `${streamer_id}-${number}`, streamer_id, created_at: START + number * MINUTE }),
    ),
  );
}

async function runMark() {
  const db = freshDatabase();
  let stored: Seen = NOTHING_SEEN;
  const clock = createFakeClock();
  const mark = createSeenMark({
    db,
    clock,
    load: async () => stored,
    store: async (seen) => {
      stored = seen;
    },
  });
  const unseen = async () => {
    const events = await db.events.filter((event) => !isSeen(stored, event)).toArray();
    return Object.fromEntries(
      [...Map.groupBy(events, ({ streamer_id }) => streamer_id)].map(([id, of]) => [id, of.length]),
    );
  };
  await record(db, '100', 20);
  await record(db, '101', 20);
  return { db, clock, mark, unseen, seen: () => stored };
}

it('marks the events of one streamer, and nobody else’s', async () => {
  const { mark, unseen, seen } = await runMark();
  expect(await mark.mark({ upTo: 99, streamerId: '100' })).toBe(true);
  expect(await unseen()).toEqual({ 101: 20 });
  expect(seen()).toEqual({ upTo: 0, of: { 100: 40 }, parts: [] });
  expect(await mark.mark({ upTo: 40, streamerId: '100' })).toBe(false);
});

it('marks the rows down to one of them', async () => {
  const { mark, unseen, seen } = await runMark();
  await mark.mark({ upTo: 40, downTo: '101-11', streamerId: '101' });
  expect(await unseen()).toEqual({ 100: 20, 101: 10 });
  await mark.mark({ upTo: 40, downTo: '101-1', streamerId: '101' });
  expect(await unseen()).toEqual({ 100: 20 });
  expect(seen()).toEqual({ upTo: 0, of: { 101: 40 }, parts: [] });
});

it('marks nothing by the row of another streamer', async () => {
  const { mark, unseen } = await runMark();
  expect(await mark.mark({ upTo: 40, downTo: '100-11', streamerId: '101' })).toBe(false);
  expect(await unseen()).toEqual({ 100: 20, 101: 20 });
});

it('marks the events of everybody that are not older than a row of the list over everybody', async () => {
  const { mark, unseen, seen } = await runMark();
  await mark.mark({ upTo: 40, downTo: '100-11' });
  expect(await unseen()).toEqual({ 100: 10, 101: 10 });
  await mark.mark({ upTo: 40, streamerId: '101' });
  expect(await unseen()).toEqual({ 100: 10 });
  await mark.mark({ upTo: 40, downTo: '100-1' });
  expect(await unseen()).toEqual({});
  expect(seen()).toEqual({ upTo: 40, of: {}, parts: [] });
});

it('does not read again what others have sent at each look at one streamer', async () => {
  const { db, mark } = await runMark();
  await record(db, '102', 700);
  await record(db, '100', 40, 21);
  await mark.mark({ upTo: 780, downTo: '100-50', streamerId: '100' });
  await mark.mark({ upTo: 780, downTo: '100-20', streamerId: '100' });
  await mark.mark({ upTo: 780, streamerId: '100' });
  await record(db, '102', 700, 701);
  await record(db, '100', 1, 61);
  await mark.mark({ upTo: 1481, downTo: '100-61', streamerId: '100' });
  await record(db, '100', 2, 62);
  const count = countReads();
  await mark.mark({ upTo: 1483, downTo: '100-63', streamerId: '100' });
  expect(count.reads).toBeLessThan(20);
});

describe('a mark that the user takes back', () => {
  const ALL = { upTo: 40, canUndo: true };

  it('leaves unseen what was unseen before, for one streamer and for everybody', async () => {
    const { mark, unseen } = await runMark();
    await mark.mark({ upTo: 40, downTo: '101-11', streamerId: '101' });
    await mark.mark({ ...ALL, streamerId: '101' });
    expect(await mark.undo()).toBe(true);
    expect(await unseen()).toEqual({ 100: 20, 101: 10 });
    await mark.mark(ALL);
    expect(await mark.undo()).toBe(true);
    expect(await unseen()).toEqual({ 100: 20, 101: 10 });
  });

  it('keeps what was on screen since, and leaves unseen what arrived since', async () => {
    const { db, mark, unseen } = await runMark();
    await mark.mark(ALL);
    await record(db, '101', 2, 21);
    await mark.mark({ upTo: 41, downTo: '101-19', streamerId: '101' });
    expect(await unseen()).toEqual({ 101: 1 });
    await mark.undo();
    // The rows 19 to 21 were on screen, the row 22 was not stored then.
    expect(await unseen()).toEqual({ 100: 20, 101: 19 });
  });

  it('does not come back twice, nor after five minutes, nor if it was no mark of the user', async () => {
    const { clock, mark, unseen } = await runMark();
    await mark.mark({ upTo: 40 });
    expect(await mark.undo()).toBe(false);
    await mark.mark(ALL);
    expect([await mark.undo(), await mark.undo()]).toEqual([true, false]);
    await mark.mark(ALL);
    await clock.advance(5 * MINUTE);
    expect(await mark.undo()).toBe(false);
    expect(await unseen()).toEqual({});
  });

  it('does not bring back what was seen of a log that has begun anew', async () => {
    const { db, mark, seen } = await runMark();
    await mark.mark(ALL);
    await db.events.clear();
    await mark.read();
    expect(await mark.undo()).toBe(false);
    expect(seen()).toEqual(NOTHING_SEEN);
  });
});

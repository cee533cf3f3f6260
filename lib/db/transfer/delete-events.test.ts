import { describe, expect, it } from 'vitest';
import type { EventScope } from '@/lib/domain/transfer/scope';
import { HOUR, MINUTE, utcDay } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { aBomb, aCheer, aGift } from '@/tests/support/builders/events';
import { randomLog } from '@/tests/support/builders/random-log';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { newestRows } from '../feed/rows';
import { recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { freeBefore } from '../history/prune';
import { dropIndex, indexTables } from '../log-index/index-tables';
import { countEvents } from './count-events';
import { deleteById, deletePart } from './delete-events';

const WHOLE: EventScope = { streamerId: null, viewerId: null, from: null, until: null };
const timeout = MINUTE;

async function deleteAll(db: Database, scope: EventScope, limit = 500): Promise<number> {
  let deleted = 0;
  let after: number | null = null;
  do {
    const step = await deletePart(db, scope, { after, limit });
    deleted += step.deleted;
    after = step.next;
  } while (after !== null);
  return deleted;
}

const idsIn = async (db: Database) => (await db.events.toArray()).map(({ id }) => id).toSorted();

/** Everything that is derived from the events, without the names: these outlive their events. */
async function derived(db: Database) {
  const tables = [db.days, db.people, db.words, db.counts];
  const records = await Promise.all(tables.map((table) => table.toArray()));
  return [...records, (await db.viewers.toArray()).map(({ id }) => id)];
}

/** Expects that the counters and the index say what the events say, and that each row has its anchor. */
async function expectWhole(db: Database): Promise<void> {
  const events = await db.events.toArray();
  const counted = new Map<string, number>();
  for (const { streamer_id, event_type, created_at } of events) {
    for (const period of ['all', utcDay(created_at)]) {
      const key = `${streamer_id} ${event_type} ${period}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
  }
  const counts = (await db.counts.toArray()).map(
    ({ streamer_id, event_type, period, count }) =>
      [`${streamer_id} ${event_type} ${period}`, count] as const,
  );
  expect(new Map(counts)).toEqual(counted);

  const rows = Map.groupBy(events, ({ thread, id }) => thread ?? id);
  for (const members of rows.values()) {
    expect(members.filter(({ row_at }) => row_at !== undefined)).toHaveLength(1);
  }

  const before = await derived(db);
  await db.transaction('rw', [db.events, ...indexTables(db)], async () => await dropIndex(db));
  await indexed(db);
  expect(before).toEqual(await derived(db));
}

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

it.each(seeds)('deletes a scope and nothing else (seed %i)', { timeout }, async (seed) => {
  const random = createRandom(seed);
  const db = freshDatabase();
  const log = randomLog(seed, 30);
  await recordEvents(db, log);
  if (random.integer(0, 3) > 0) await indexed(db, random.integer(10, 60));
  const maybe = <Value>(value: Value): Value | null => (random.integer(0, 1) === 0 ? null : value);
  const from = START + random.integer(0, 200) * MINUTE;
  const scope: EventScope = {
    streamerId: maybe(random.pick(['100', '101', '901'])),
    viewerId: maybe(`${7000 + random.integer(0, 4)}`),
    from: maybe(from),
    until: maybe(from + random.integer(0, 150) * MINUTE),
  };
  const isIn = (event: (typeof log)[number]) =>
    (scope.streamerId === null || event.streamer_id === scope.streamerId) &&
    (scope.viewerId === null || event.viewer_id === scope.viewerId) &&
    (scope.from === null || event.created_at >= scope.from) &&
    (scope.until === null || event.created_at < scope.until);
  const gone = log.filter(isIn);

  expect(await countEvents(db, scope)).toBe(gone.length);
  expect(await deleteAll(db, scope, random.integer(1, 20))).toBe(gone.length);
  const left = log.filter((event) => !isIn(event)).map(({ id }) => id);
  expect(await idsIn(db)).toEqual(left.toSorted());
  await indexed(db);
  await expectWhole(db);
  expect(await countEvents(db, scope)).toBe(0);
});

describe('single events', () => {
  it('are deleted by their ids, each once, and nobody else', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aCheer({ id: 'a' }), aCheer({ id: 'b' }), aCheer({ id: 'c' })]);
    await indexed(db);
    expect(await deleteById(db, ['a', 'c', 'a', 'nobody'])).toBe(2);
    expect(await idsIn(db)).toEqual(['b']);
    await expectWhole(db);
    expect(await deleteById(db, ['a'])).toBe(0);
  });

  it('leave the rest of their row, which keeps a beginning', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aBomb('x', 2, { id: 'head' }), aGift('x', 1, { id: 'one' })]);
    await recordEvents(db, [aGift('x', 2, { id: 'two' })]);
    await deleteById(db, ['head']);
    const rows = await newestRows(db, { streamerIds: ['100'], limit: 10 });
    expect(rows.map(({ id, bomb }) => [id, bomb?.recipients.length])).toEqual([['one', 2]]);
  });

  it('are deleted from a log whose totals are missing', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aCheer({ id: 'a' }), aCheer({ id: 'b' })]);
    await freeBefore(db, 0);
    expect(await deleteById(db, ['a'])).toBe(1);
    await indexed(db);
    await expectWhole(db);
  });
});

describe('gaps', () => {
  const gap = (streamer_id: string) =>
    ({ streamer_id, from: START, until: START + HOUR, reason: 'disconnected' }) as const;

  async function withGaps(): Promise<Database> {
    const db = freshDatabase();
    await recordEvents(db, [aCheer(), aCheer({ streamer_id: '101' })]);
    await recordGaps(db, [gap('100'), gap('101')]);
    return db;
  }

  const endsIn = async (db: Database) => (await db.gaps.toArray()).map(({ ends }) => ends);

  it('of a streamer go with all events of the streamer', async () => {
    const db = await withGaps();
    await deleteAll(db, { ...WHOLE, streamerId: '100' });
    expect(await endsIn(db)).toEqual([[['101', START + HOUR]]]);
    await deleteAll(db, { ...WHOLE, streamerId: '101' });
    expect(await endsIn(db)).toEqual([]);
  });

  it('stay while something of the streamer is left to count', async () => {
    const db = await withGaps();
    await deleteAll(db, { ...WHOLE, streamerId: '100', until: START + 1 });
    await deleteAll(db, { ...WHOLE, viewerId: '200' });
    expect((await endsIn(db)).flat()).toHaveLength(2);
  });
});

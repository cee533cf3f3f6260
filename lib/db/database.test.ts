import { describe, expect, it, onTestFinished } from 'vitest';
import { hoursOfDay, unpackHour } from '@/lib/domain/log-index/day-record';
import { MINUTE } from '@/lib/time';
import { anUpdate, aSub } from '@/tests/support/builders/events';
import { indexed } from '@/tests/support/database/indexed';
import { type OldDatabase, oldDatabase, restore } from '@/tests/support/database/old-database';
import { currentAccount } from './accounts';
import { createDatabase, type Database } from './database';
import { newestRows } from './feed/rows';
import { countsByStreamer } from './history/counts';
import { recordEvents } from './history/events';
import { recordGaps } from './history/gaps';
import { groupFollows } from './history/group-follows';
import { newestGaps } from './history/newest-gaps';

const newest = await createDatabase('newest').open();
const NEWEST = newest.verno;
await newest.delete();

/** Every released version. Each has a fixture, and each new version needs one. */
const VERSIONS = Array.from({ length: NEWEST }, (_, index) => index + 1);

/** Fields that an upgrade deletes on purpose, by old version and table. */
const DELETED_FIELDS: Record<number, Record<string, readonly string[]>> = {
  1: { channels: ['text'] },
};

/** Returns the form in which the tables give the records of an old version now. */
const NEW_FORMS: Record<string, (record: Record<string, unknown>) => Record<string, unknown>> = {
  gaps: ({ streamer_id, until, ends = [[streamer_id, until]], ...record }) => ({ ...record, ends }),
};

async function upgraded(version: number): Promise<{ db: Database; old: OldDatabase }> {
  const old = oldDatabase(version);
  const name = `version-${version}-${crypto.randomUUID()}`;
  await restore(old, version, name);
  const db = createDatabase(name);
  onTestFinished(async () => await db.delete());
  await db.open();
  return { db, old };
}

/** Tables that an upgrade empties, because they are stored again at every start. */
const EMPTIED_TABLES: Record<number, readonly string[]> = {
  1: ['receiving'],
  2: ['receiving'],
  3: ['receiving'],
};

/** Tables that an upgrade deletes, because what they contained is made anew from the events. */
const DELETED_TABLES: Record<number, readonly string[]> = {
  6: ['hours'],
};

describe.each(VERSIONS)('a database of version %i', (version) => {
  it('opens without losing data', async () => {
    const { db, old } = await upgraded(version);
    expect(db.verno).toBe(NEWEST);
    for (const [table, records] of Object.entries(old.tables)) {
      if (EMPTIED_TABLES[version]?.includes(table)) continue;
      if (DELETED_TABLES[version]?.includes(table)) continue;
      const deleted = DELETED_FIELDS[version]?.[table] ?? [];
      const kept = records
        .map(NEW_FORMS[table] ?? ((record) => record))
        .map((record) =>
          Object.fromEntries(Object.entries(record).filter(([field]) => !deleted.includes(field))),
        );
      // An empty table in the fixture would prove nothing.
      expect({ [table]: kept }).not.toEqual({ [table]: [] });
      expect({ [table]: await db.table(table).toArray() }).toMatchObject({ [table]: kept });
    }
  });

  it('has nothing that is stored or made again', async () => {
    const { db } = await upgraded(version);
    const tables = EMPTIED_TABLES[version] ?? [];
    const counts = await Promise.all(tables.map((table) => db.table(table).count()));
    expect(counts).toEqual(tables.map(() => 0));
    const names = new Set(db.tables.map(({ name }) => name));
    expect(DELETED_TABLES[version]?.filter((table) => names.has(table)) ?? []).toEqual([]);
  });

  it('gets an index of its events', async () => {
    const { db, old } = await upgraded(version);
    await indexed(db);
    const hours = (await db.days.toArray()).flatMap(hoursOfDay);
    const counted = hours.flatMap((hour) => Object.values(unpackHour(hour).counts).flat());
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(old.tables.events?.length);
    expect((await db.viewers.toArray()).length).toBeGreaterThan(0);
  });

  it('can be counted, shown and written to', async () => {
    const { db, old } = await upgraded(version);
    const before = await newestRows(db, { streamerIds: ['100'], limit: 100 });
    const ids = old.tables.events?.filter(({ row_at }) => row_at !== undefined);
    expect(before.map(({ id }) => id).toSorted()).toEqual(ids?.map(({ id }) => id).toSorted());
    expect((await countsByStreamer(db))[0]?.total).toBe(old.tables.events?.length);
    expect(await currentAccount(db)).toMatchObject({ id: '200', token: 'token-200' });
    // Ids and natural keys are still known.
    expect(await recordEvents(db, await db.events.toArray())).toEqual([]);
    expect(await recordEvents(db, [aSub()])).toHaveLength(1);
    expect(await newestRows(db, { streamerIds: ['100'], limit: 100 })).toHaveLength(
      before.length + 1,
    );
  });
});

describe('a database of version 1', () => {
  it('groups its follows like new ones', async () => {
    const { db } = await upgraded(1);
    const follows = (await newestRows(db, { streamerIds: ['100'], limit: 100 })).filter(
      ({ event }) => event.event_type === 'follow',
    );
    expect(follows.map(({ followers }) => followers)).toEqual([[], []]);
    const [newer, older] = follows;
    await groupFollows(db, (newer?.changedAt ?? 0) + MINUTE - 1);
    expect(await db.events.where('folds_at').above(0).count()).toBe(1);
    await groupFollows(db, (newer?.changedAt ?? 0) + MINUTE);
    const rows = await newestRows(db, { streamerIds: ['100'], limit: 100 });
    expect(rows.find(({ id }) => id === older?.id)).toMatchObject({
      followers: [{ name: 'Ben' }, { name: 'Ada' }],
    });
  });

  it('has changes of the channel without labels, which new changes join', async () => {
    const { db } = await upgraded(1);
    const updates = (await newestRows(db, { streamerIds: ['100'], limit: 100 })).filter(
      ({ event }) => event.event_type === 'channel_update',
    );
    expect(updates.map(({ event }) => event.detail)).toMatchObject([
      { before: { title: 'Tea', labels: [] }, after: { title: 'Coffee', labels: [] } },
      { before: null, after: { title: 'Tea', labels: [] } },
    ]);
    const [last] = updates;
    await recordEvents(db, [{ ...anUpdate(0), created_at: (last?.changedAt ?? 0) + MINUTE }]);
    const rows = await newestRows(db, { streamerIds: ['100'], limit: 100 });
    expect(rows.find(({ id }) => id === last?.id)).toMatchObject({
      event: { detail: { before: { title: 'Tea' }, after: { title: 'Title 0' } } },
    });
  });

  it('has no title and category, so that they are read again', async () => {
    const { db } = await upgraded(1);
    const channels = await db.channels.toArray();
    expect(channels.map(({ id, text }) => [id, text])).toEqual([
      ['100', null],
      ['101', null],
    ]);
  });
});

describe.each([2, 3])('a database of version %i', (version) => {
  it('has its gaps in the lists, and new ones join them', async () => {
    const { db, old } = await upgraded(version);
    const query = { streamerId: '100', endedAfter: 0, limit: 10 };
    const gaps = old.tables.gaps?.map(({ seq: _seq, ...gap }) => gap);
    expect(await newestGaps(db, query)).toEqual(gaps);
    const [gap] = await newestGaps(db, query);
    if (gap === undefined) throw new Error('The fixture has no gap.');
    await recordGaps(db, [{ ...gap, streamer_id: '101' }]);
    expect(await db.gaps.toArray()).toMatchObject([
      {
        ends: [
          ['100', gap.until],
          ['101', gap.until],
        ],
      },
    ]);
    // Twenty seconds later, without an event in between.
    const from = gap.until + 20_000;
    await recordGaps(db, [{ ...gap, from, until: from + 1 }]);
    expect(await newestGaps(db, query)).toEqual([{ ...gap, until: from + 1 }]);
  });
});

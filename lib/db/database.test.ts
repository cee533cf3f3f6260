import { describe, expect, it, onTestFinished } from 'vitest';
import { MINUTE } from '@/lib/time';
import { anUpdate, aSub } from '@/tests/support/events';
import { type OldDatabase, oldDatabase, restore } from '@/tests/support/old-database';
import { currentAccount } from './accounts';
import { createDatabase, type Database } from './database';
import { newestRows } from './feed/rows';
import { countsByStreamer } from './history/counts';
import { recordEvents } from './history/events';
import { groupFollows } from './history/group-follows';

const newest = await createDatabase('newest').open();
const NEWEST = newest.verno;
await newest.delete();

/** Every version that ever landed: each has its fixture, and so must each that is to come. */
const VERSIONS = Array.from({ length: NEWEST }, (_, index) => index + 1);

/** What an upgrade is meant to forget, by the version it comes from. */
const FORGOTTEN: Record<number, Record<string, readonly string[]>> = { 1: { channels: ['text'] } };

async function upgraded(version: number): Promise<{ db: Database; old: OldDatabase }> {
  const old = oldDatabase(version);
  const name = `version-${version}-${crypto.randomUUID()}`;
  await restore(old, version, name);
  const db = createDatabase(name);
  onTestFinished(async () => await db.delete());
  await db.open();
  return { db, old };
}

/** Tables that an upgrade empties, because they are written anew at every start. */
const WRITTEN_ANEW: Record<number, readonly string[]> = { 1: ['receiving'], 2: ['receiving'] };

describe.each(VERSIONS)('a database of version %i', (version) => {
  it('is opened with nothing lost', async () => {
    const { db, old } = await upgraded(version);
    expect(db.verno).toBe(NEWEST);
    for (const [table, records] of Object.entries(old.tables)) {
      if (WRITTEN_ANEW[version]?.includes(table)) continue;
      const forgotten = FORGOTTEN[version]?.[table] ?? [];
      const kept = records.map((record) =>
        Object.fromEntries(Object.entries(record).filter(([field]) => !forgotten.includes(field))),
      );
      // A table of which the fixture holds nothing would prove nothing.
      expect({ [table]: kept }).not.toEqual({ [table]: [] });
      expect({ [table]: await db.table(table).toArray() }).toMatchObject({ [table]: kept });
    }
  });

  it('has nothing left that is stored again at every start', async () => {
    const { db } = await upgraded(version);
    const tables = WRITTEN_ANEW[version] ?? [];
    const counts = await Promise.all(tables.map((table) => db.table(table).count()));
    expect(counts).toEqual(tables.map(() => 0));
  });

  it('is counted, shown and written on', async () => {
    const { db, old } = await upgraded(version);
    const before = await newestRows(db, '100', 100);
    const ids = old.tables.events?.filter(({ row_at }) => row_at !== undefined);
    expect(before.map(({ id }) => id).toSorted()).toEqual(ids?.map(({ id }) => id).toSorted());
    expect((await countsByStreamer(db))[0]?.total).toBe(old.tables.events?.length);
    expect(await currentAccount(db)).toMatchObject({ id: '200', token: 'token-200' });
    // Neither the id nor the natural key of an event is forgotten.
    expect(await recordEvents(db, await db.events.toArray())).toEqual([]);
    expect(await recordEvents(db, [aSub()])).toHaveLength(1);
    expect(await newestRows(db, '100', 100)).toHaveLength(before.length + 1);
  });
});

describe('a database of version 1', () => {
  it('has its follows folded, as those are that come from now on', async () => {
    const { db } = await upgraded(1);
    const follows = (await newestRows(db, '100', 100)).filter(
      ({ event }) => event.event_type === 'follow',
    );
    expect(follows.map(({ followers }) => followers)).toEqual([[], []]);
    const [newer, older] = follows;
    await groupFollows(db, (newer?.changedAt ?? 0) + MINUTE - 1);
    expect(await db.events.where('folds_at').above(0).count()).toBe(1);
    await groupFollows(db, (newer?.changedAt ?? 0) + MINUTE);
    const rows = await newestRows(db, '100', 100);
    expect(rows.find(({ id }) => id === older?.id)).toMatchObject({
      followers: [{ name: 'Ben' }, { name: 'Ada' }],
    });
  });

  it('has changes of the channel that know no labels, and that others join', async () => {
    const { db } = await upgraded(1);
    const updates = (await newestRows(db, '100', 100)).filter(
      ({ event }) => event.event_type === 'channel_update',
    );
    expect(updates.map(({ event }) => event.detail)).toMatchObject([
      { before: { title: 'Tea', labels: [] }, after: { title: 'Coffee', labels: [] } },
      { before: null, after: { title: 'Tea', labels: [] } },
    ]);
    const [last] = updates;
    await recordEvents(db, [{ ...anUpdate(0), created_at: (last?.changedAt ?? 0) + MINUTE }]);
    const rows = await newestRows(db, '100', 100);
    expect(rows.find(({ id }) => id === last?.id)).toMatchObject({
      event: { detail: { before: { title: 'Tea' }, after: { title: 'Title 0' } } },
    });
  });

  it('asks Twitch anew what the channel is about', async () => {
    const { db } = await upgraded(1);
    const channels = await db.channels.toArray();
    expect(channels.map(({ id, text }) => [id, text])).toEqual([
      ['100', null],
      ['101', null],
    ]);
  });
});

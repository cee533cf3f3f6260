import Dexie from 'dexie';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase } from './database';
import { problemOfOpening } from './storage-problem';

const newest = await createDatabase('newest').open();
const NEWEST = newest.verno;
await newest.delete();

let made = 0;

/** A database as somebody else made it: its tables and what is in one of them afterwards. */
async function foreign(version: number, stores: Record<string, string>) {
  made += 1;
  const name = `foreign-${made}`;
  const db = new Dexie(name);
  db.version(version).stores(stores);
  await db.open();
  db.close();
  onTestFinished(async () => await Dexie.delete(name));
  return name;
}

/** Name and version of each store, as they stand in the browser. */
async function shapeOf(name: string): Promise<[number, string[]]> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const request = indexedDB.open(name);
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error));
  const db = await promise;
  db.close();
  return [db.version, [...db.objectStoreNames]];
}

async function openingProblem(name: string) {
  const db = createDatabase(name);
  const problem = await db.open().then(() => null, problemOfOpening);
  db.close();
  return problem;
}

describe('opening a database', () => {
  it.each([
    ['a newer build', 99, { events: '++seq', news: 'id' }, 'database_newer'],
    ['this version with tables missing', NEWEST, { events: '++seq' }, 'database_damaged'],
    ['an older one with another key', 1, { events: 'name' }, 'database_damaged'],
  ])('of %s fails and changes nothing', async (_name, version, stores, problem) => {
    const name = await foreign(version, stores);
    const before = await shapeOf(name);
    expect(await openingProblem(name)).toBe(problem);
    expect(await shapeOf(name)).toEqual(before);
  });

  it('that a page of an older build holds open goes on', async () => {
    const name = await foreign(1, {
      events: '++seq, &id, &natural_key, thread, [streamer_id+row_at]',
    });
    const older = new Dexie(name);
    await older.open();
    expect(await openingProblem(name)).toBeNull();
    expect(older.isOpen()).toBe(false);
  });

  it('of this build lets a newer one have it, and says so from then on', async () => {
    const name = await foreign(1, {
      events: '++seq, &id, &natural_key, thread, [streamer_id+row_at]',
    });
    const page = await createDatabase(name).open();
    const newer = new Dexie(name);
    newer.version(page.verno + 1).stores({ news: 'id' });
    await newer.open();
    newer.close();
    const before = await shapeOf(name);
    expect(await page.table('events').count().then(null, problemOfOpening)).toBe('database_newer');
    expect(await openingProblem(name)).toBe('database_newer');
    expect(await shapeOf(name)).toEqual(before);
  });
});

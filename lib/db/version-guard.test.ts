import Dexie from 'dexie';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase } from './database';
import { problemOfOpening } from './storage-problem';

const newest = await createDatabase('newest').open();
const NEWEST = newest.verno;
await newest.delete();

let made = 0;

/** Creates a database that this build did not make, and returns its name. */
async function anotherDatabase(version: number, stores: Record<string, string>) {
  made += 1;
  const name = `another-${made}`;
  const db = new Dexie(name);
  db.version(version).stores(stores);
  await db.open();
  db.close();
  onTestFinished(async () => await Dexie.delete(name));
  return name;
}

/** Returns the version and the stores of a database in the browser. */
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
    ['a database of a newer build', 99, { events: '++seq', news: 'id' }, 'database_newer'],
    [
      'a database of this version with missing tables',
      NEWEST,
      { events: '++seq' },
      'database_damaged',
    ],
    ['an older database with another key', 1, { events: 'name' }, 'database_damaged'],
  ])('fails and changes nothing for %s', async (_name, version, stores, problem) => {
    const name = await anotherDatabase(version, stores);
    const before = await shapeOf(name);
    expect(await openingProblem(name)).toBe(problem);
    expect(await shapeOf(name)).toEqual(before);
  });

  it('succeeds while a page of an older build has it open', async () => {
    const name = await anotherDatabase(1, {
      events: '++seq, &id, &natural_key, thread, [streamer_id+row_at]',
    });
    const older = new Dexie(name);
    await older.open();
    expect(await openingProblem(name)).toBeNull();
    expect(older.isOpen()).toBe(false);
  });

  it('gives way to a newer build, and reports that from then on', async () => {
    const name = await anotherDatabase(1, {
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

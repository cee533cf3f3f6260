import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Dexie from 'dexie';

/** A database of an old version: its schema and all records of its tables. */
export interface OldDatabase {
  stores: Record<string, string>;
  tables: Record<string, Record<string, unknown>[]>;
}

/** Reads the fixture with the database of a version. Throws if there is none. */
export function oldDatabase(version: number): OldDatabase {
  const path = resolve(`tests/fixtures/database-${version}.json`);
  // Not validated: the fixtures are part of this repository.
  return JSON.parse(readFileSync(path, 'utf8')) as OldDatabase;
}

/** Creates the database in the browser under a name. */
export async function restore(
  { stores, tables }: OldDatabase,
  version: number,
  name: string,
): Promise<void> {
  const db = new Dexie(name);
  db.version(version).stores(stores);
  await db.open();
  for (const [table, records] of Object.entries(tables)) await db.table(table).bulkAdd(records);
  db.close();
}

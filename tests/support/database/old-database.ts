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
  return JSON.parse(readFileSync(path, 'utf8'), withTypedArrays) as OldDatabase;
}

/** JSON has no typed arrays: in a fixture, one is an object like `{ "Uint32Array": [1, 2] }`. */
function withTypedArrays(_key: string, value: Record<string, number[]> | null) {
  if (value?.Uint32Array) return Uint32Array.from(value.Uint32Array);
  if (value?.Float64Array) return Float64Array.from(value.Float64Array);
  return value;
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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Dexie from 'dexie';

/** A database as the builds of one version left it: its schema, and every record of every table. */
export interface OldDatabase {
  stores: Record<string, string>;
  tables: Record<string, Record<string, unknown>[]>;
}

/** The database that version `version` wrote, from the fixture of that name. Throws if there is none. */
export function oldDatabase(version: number): OldDatabase {
  const path = resolve(`tests/fixtures/database-${version}.json`);
  // The fixtures are our own.
  return JSON.parse(readFileSync(path, 'utf8')) as OldDatabase;
}

/** Puts it where the product looks for a database of that name. */
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

import Dexie, { type Table } from 'dexie';
import { DATABASE_NAME } from './database';

/** Tables that contain the token or lead to it. */
const PRIVATE: ReadonlySet<string> = new Set(['accounts', 'session']);

/** Tables that are made anew from the events. */
const DERIVED: ReadonlySet<string> = new Set([
  'log_index',
  'hours',
  'days',
  'viewers',
  'people',
  'words',
]);

/**
 * Returns everything that can still be read from a database, whatever its schema is: one line of
 * JSON for each record, as `{"table","record"}`, and one as `{"table","error"}` if the rest of a
 * table cannot be read. Tables with the token and those of the index are left out. Throws what IndexedDB throws if the
 * database cannot be opened at all.
 */
export async function salvage(name = DATABASE_NAME): Promise<Blob> {
  // Without a declared version, Dexie opens the database with the schema that it has.
  const db = new Dexie(name);
  try {
    await db.open();
    const lines: string[] = [];
    const tables = db.tables.filter(
      ({ name: table }) => !PRIVATE.has(table) && !DERIVED.has(table),
    );
    for (const table of tables) await read(table, lines);
    return new Blob(lines, { type: 'application/x-ndjson' });
  } finally {
    db.close();
  }
}

async function read(table: Table<unknown>, lines: string[]): Promise<void> {
  try {
    await table.each((record) => {
      lines.push(`${JSON.stringify({ table: table.name, record })}\n`);
    });
  } catch (error) {
    lines.push(`${JSON.stringify({ table: table.name, error: String(error) })}\n`);
  }
}

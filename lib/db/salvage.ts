import Dexie, { type Table } from 'dexie';
import { DATABASE_NAME } from './database';

/** Tables that bear the token, or lead to it. */
const PRIVATE: ReadonlySet<string> = new Set(['accounts', 'session']);

/**
 * Whatever can still be read of a database, however it is built: a line of JSON for each record, as
 * `{"table","record"}`, and one as `{"table","error"}` where a table can be read no further. Never
 * what bears the token. Throws what IndexedDB throws where it can't be opened at all.
 */
export async function salvage(name = DATABASE_NAME): Promise<Blob> {
  // Without a version Dexie takes the database as it finds it.
  const db = new Dexie(name);
  try {
    await db.open();
    const lines: string[] = [];
    for (const table of db.tables) if (!PRIVATE.has(table.name)) await read(table, lines);
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

import type { Database } from '../database';

/** The rules that the index follows now. A higher number makes it anew from the events. */
const RULES = 2;

/** Returns the tables that are derived from the events. */
export function indexTables(db: Database) {
  return [db.log_index, db.days, db.viewers, db.people, db.words];
}

/**
 * Returns the arrival number of the last event that the index contains; 0 if it has to be made anew.
 */
export async function indexedUpTo(db: Database): Promise<number> {
  const record = await db.log_index.get('log');
  return record?.rules === RULES ? record.upTo : 0;
}

/** Stores how far the index has come. Call it inside a transaction. */
export async function markIndexed(db: Database, upTo: number): Promise<void> {
  await db.log_index.put({ id: 'log', rules: RULES, upTo });
}

/**
 * Deletes the index; it will be made anew. It only deletes, which works without room. Call it inside a
 * transaction.
 */
export async function dropIndex(db: Database): Promise<void> {
  await Promise.all(indexTables(db).map((table) => table.clear()));
}

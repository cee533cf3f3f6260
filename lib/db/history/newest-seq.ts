import type { Database } from '../database';

/** Returns the arrival number of the newest event; 0 for an empty log. */
export async function newestSeq(db: Database): Promise<number> {
  const newest = await db.events.orderBy('seq').last();
  return newest?.seq ?? 0;
}

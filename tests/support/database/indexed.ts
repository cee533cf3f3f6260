import type { Database } from '@/lib/db/database';
import { advanceIndex } from '@/lib/db/log-index/advance';

/** Takes all events of a database into its index, in steps of `limit`. */
export async function indexed(db: Database, limit = 200): Promise<Database> {
  while (await advanceIndex(db, limit));
  return db;
}

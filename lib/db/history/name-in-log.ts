import Dexie from 'dexie';
import type { Database } from '../database';

/**
 * Returns the name that a streamer has in the newest row of the log; the id if there is none. Of somebody
 * whose events were only imported, nothing else tells the name.
 */
export async function nameInLog(db: Database, streamerId: string): Promise<string> {
  const newest = await db.events
    .where('[streamer_id+row_at]')
    .between([streamerId, Dexie.minKey], [streamerId, Dexie.maxKey])
    .last();
  return newest?.streamer_name ?? streamerId;
}

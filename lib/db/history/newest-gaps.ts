import Dexie from 'dexie';
import type { Database, GapRecord } from '../database';

// Not in the file that stores gaps: the popup would carry all of that.
/** The gaps to read. */
export interface GapQuery {
  streamerId: string;
  /** Only gaps that ended later than this, in milliseconds since 1970. */
  endedAfter: number;
  /** Only gaps that ended at this time or earlier. */
  endedBy?: number;
  /** Maximum number of gaps. */
  limit: number;
}

/** Returns gaps of a streamer, newest first. */
export async function newestGaps(
  db: Database,
  { streamerId, endedAfter, endedBy, limit }: GapQuery,
): Promise<GapRecord[]> {
  const end = endedBy ?? Dexie.maxKey;
  return await db.gaps
    .where('[streamer_id+until]')
    .between([streamerId, endedAfter], [streamerId, end], false, true)
    .reverse()
    .limit(limit)
    .toArray();
}

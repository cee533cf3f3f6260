import Dexie from 'dexie';
import type { Gap } from '@/lib/domain/history/gap';
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
): Promise<Gap[]> {
  const end = endedBy ?? Dexie.maxKey;
  const records = await db.gaps
    .where('ends')
    .between([streamerId, endedAfter], [streamerId, end], false, true)
    .reverse()
    .limit(limit)
    .toArray();
  return records.flatMap((record) => gapOf(record, streamerId) ?? []);
}

/** Returns the gap that had begun before a time and ended after it; `null` if there is none. */
export async function gapAt(db: Database, streamerId: string, at: number): Promise<Gap | null> {
  const next = await db.gaps
    .where('ends')
    .between([streamerId, at], [streamerId, Dexie.maxKey], false, true)
    .first();
  const gap = next === undefined ? null : gapOf(next, streamerId);
  return gap !== null && gap.from < at ? gap : null;
}

/** Returns the gap of one streamer in a record; `null` if the record does not concern them. */
export function gapOf({ from, reason, ends }: GapRecord, streamerId: string): Gap | null {
  const [, until] = ends.find(([id]) => id === streamerId) ?? [];
  return until === undefined ? null : { streamer_id: streamerId, from, until, reason };
}

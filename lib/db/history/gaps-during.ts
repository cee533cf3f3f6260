import Dexie from 'dexie';
import type { Gap } from '@/lib/domain/history/gap';
import type { Span } from '@/lib/domain/history/listened';
import type { Database } from '../database';
import { gapOf } from './newest-gaps';

/** Returns the gaps of a streamer that overlap a time, the oldest first. */
export async function gapsDuring(
  db: Database,
  streamerId: string,
  { from, until }: Span,
): Promise<Gap[]> {
  const records = await db.gaps
    .where('ends')
    .between([streamerId, from], [streamerId, Dexie.maxKey], false, true)
    // Gaps of one streamer do not overlap, so those after the first one beyond the time are, too.
    .until((gap) => gap.from >= until)
    .toArray();
  return records.flatMap((record) => gapOf(record, streamerId) ?? []);
}

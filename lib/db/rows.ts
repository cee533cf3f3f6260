import Dexie from 'dexie';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row';
import type { Database } from './database';

/** The `limit` newest rows of a streamer, newest first: by time, then by arrival. */
export async function newestRows(
  db: Database,
  streamerId: string,
  limit: number,
): Promise<FeedRow[]> {
  const anchors = await db.events
    .where('[streamer_id+row_at]')
    .between([streamerId, Dexie.minKey], [streamerId, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
  return await Promise.all(anchors.map((anchor) => rowOf(db, anchor)));
}

async function rowOf(db: Database, anchor: StoredEvent): Promise<FeedRow> {
  if (anchor.thread === undefined) return toRow(anchor, [anchor]);
  return toRow(anchor, await db.events.where('thread').equals(anchor.thread).toArray());
}

/** How many rows of a streamer began after the event with arrival number `seq`; stops at `most`. */
export async function countRowsAfter(
  db: Database,
  streamerId: string,
  seq: number,
  most: number,
): Promise<number> {
  return await db.events
    .where('seq')
    .above(seq)
    .filter((event) => event.streamer_id === streamerId && event.row_at !== undefined)
    .limit(most)
    .count();
}

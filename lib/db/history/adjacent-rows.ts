import Dexie from 'dexie';
import type { StoredRow } from '@/lib/domain/row/grouping';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from './row-members';

/** Returns the row that `anchor` begins. */
export async function storedRow(db: Database, anchor: StoredEvent): Promise<StoredRow> {
  return { anchor, members: await membersOf(db, anchor) };
}

/**
 * Returns the anchors of the rows just before and just after an event, by time and arrival, as far
 * as there are any. Rows of other streamers do not count; with `sameKind`, neither do rows that an
 * event of another kind begins. Reads two entries of an index.
 */
export async function adjacentAnchors(
  db: Database,
  event: StoredEvent,
  { sameKind }: { sameKind: boolean },
): Promise<StoredEvent[]> {
  const { streamer_id, event_type, created_at } = event;
  const index = sameKind ? '[streamer_id+event_type+row_at]' : '[streamer_id+row_at]';
  const prefix = sameKind ? [streamer_id, event_type] : [streamer_id];
  const [before, after] = await Promise.all([
    db.events
      .where(index)
      .between([...prefix, Dexie.minKey], [...prefix, created_at], true, true)
      .reverse()
      .filter((anchor) => isBefore(anchor, event))
      .first(),
    db.events
      .where(index)
      .between([...prefix, created_at], [...prefix, Dexie.maxKey])
      .filter((anchor) => isBefore(event, anchor))
      .first(),
  ]);
  return [before, after].filter((anchor) => anchor !== undefined);
}

/** Rows that begin at the same time are in order of arrival. */
function isBefore(a: StoredEvent, b: StoredEvent): boolean {
  const [timeOfA, timeOfB] = [a.row_at ?? a.created_at, b.row_at ?? b.created_at];
  return timeOfA === timeOfB ? a.seq < b.seq : timeOfA < timeOfB;
}

import Dexie from 'dexie';
import type { StoredRow } from '@/lib/domain/row/grouping';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';

/** All events of the row that `anchor` begins, in order of arrival; the anchor among them. */
export async function membersOf(db: Database, anchor: StoredEvent): Promise<StoredEvent[]> {
  if (anchor.thread === undefined) return [anchor];
  const members = await db.events.where('thread').equals(anchor.thread).toArray();
  // None are left where the row was deleted since its anchor was read.
  return members.length > 0 ? members : [anchor];
}

/** The same as a row. */
export async function storedRow(db: Database, anchor: StoredEvent): Promise<StoredRow> {
  return { anchor, members: await membersOf(db, anchor) };
}

/**
 * The rows of the event's streamer just before and just after the place that an event has by its
 * time and arrival: by what begins them, as far as there are any. `ofItsKind` leaves out rows
 * that an event of another kind began. Two steps over an index.
 */
export async function adjacentAnchors(
  db: Database,
  event: StoredEvent,
  ofItsKind: boolean,
): Promise<StoredEvent[]> {
  const { streamer_id, event_type, created_at } = event;
  const index = ofItsKind ? '[streamer_id+event_type+row_at]' : '[streamer_id+row_at]';
  const prefix = ofItsKind ? [streamer_id, event_type] : [streamer_id];
  const [before, after] = await Promise.all([
    db.events
      .where(index)
      .between([...prefix, Dexie.minKey], [...prefix, created_at], true, true)
      .reverse()
      .filter((other) => isBefore(other, event))
      .first(),
    db.events
      .where(index)
      .between([...prefix, created_at], [...prefix, Dexie.maxKey])
      .filter((other) => isBefore(event, other))
      .first(),
  ]);
  return [before, after].filter((anchor) => anchor !== undefined);
}

/** Rows that began at the same time are in order of arrival. */
function isBefore(event: StoredEvent, other: StoredEvent): boolean {
  const [at, otherAt] = [event.row_at ?? event.created_at, other.row_at ?? other.created_at];
  return at === otherAt ? event.seq < other.seq : at < otherAt;
}

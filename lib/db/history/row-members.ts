import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';

// Not in the file that groups rows: the popup would carry all of that.
/** Returns all events of the row that `anchor` begins, with the anchor, in order of arrival. */
export async function membersOf(db: Database, anchor: StoredEvent): Promise<StoredEvent[]> {
  if (anchor.thread === undefined) return [anchor];
  const members = await db.events.where('thread').equals(anchor.thread).toArray();
  // Empty if the row was deleted after its anchor was read.
  return members.length > 0 ? members : [anchor];
}

import { groupRows, isNear } from '@/lib/domain/row/grouping';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { adjacentAnchors, storedRow } from './adjacent-rows';

/**
 * Builds the rows of changes of a channel that have just been stored, one after another: each
 * begins a row, which is then merged with the rows of changes close to it. Call it inside a
 * transaction.
 */
export async function mergeUpdates(db: Database, updates: readonly StoredEvent[]): Promise<void> {
  for (const update of updates) {
    const anchor = { ...update, row_at: update.created_at };
    await db.events.put(anchor);
    // Rows of changes are never near each other, so only the two adjacent ones can be near this
    // one.
    const anchors = await adjacentAnchors(db, anchor, { sameKind: true });
    const rows = await Promise.all(anchors.map((adjacent) => storedRow(db, adjacent)));
    const near = rows.filter((row) => isNear(update, row));
    await db.events.bulkPut(groupRows({ anchor, members: [anchor] }, near));
  }
}

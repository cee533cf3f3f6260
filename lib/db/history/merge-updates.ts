import { groupRows, isNear } from '@/lib/domain/row/grouping';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { adjacentAnchors, storedRow } from './adjacent-rows';

/**
 * Finds the rows of changes of a channel that have just been stored, one after another: each begins
 * a row, and that row becomes one with those it comes close to. Needs a transaction around it.
 */
export async function mergeUpdates(db: Database, updates: readonly StoredEvent[]): Promise<void> {
  for (const update of updates) {
    const begins = { ...update, row_at: update.created_at };
    await db.events.put(begins);
    // Rows of changes lie apart from each other, so only the two beside can be near.
    const anchors = await adjacentAnchors(db, begins, true);
    const rows = await Promise.all(anchors.map((anchor) => storedRow(db, anchor)));
    const near = rows.filter((row) => isNear(update, row));
    await db.events.bulkPut(groupRows({ anchor: begins, members: [begins] }, near));
  }
}

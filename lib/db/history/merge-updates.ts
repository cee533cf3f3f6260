import { groupRows, isNear } from '@/lib/domain/row/grouping';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { adjacentAnchors, storedRow } from './adjacent-rows';

/**
 * Builds the rows of changes of a channel that have just been stored, one after another: each
 * begins a row, which is then merged with the rows of changes close to it. Returns the events that
 * it has changed, by arrival number. Call it inside a transaction.
 */
export async function mergeUpdates(
  db: Database,
  updates: readonly StoredEvent[],
): Promise<Map<number, StoredEvent>> {
  const changed = new Map<number, StoredEvent>();
  for (const update of updates) {
    const anchor = { ...update, row_at: update.created_at };
    // Rows of changes are never near each other, so only the two adjacent ones can be near this
    // one.
    const [anchors] = await Promise.all([
      adjacentAnchors(db, anchor, { sameKind: true }),
      db.events.put(anchor),
    ]);
    const rows = await Promise.all(anchors.map((adjacent) => storedRow(db, adjacent)));
    const near = rows.filter((row) => isNear(update, row));
    const merged = groupRows({ anchor, members: [anchor] }, near);
    if (merged.length > 0) await db.events.bulkPut(merged);
    for (const event of [anchor, ...merged]) changed.set(event.seq, event);
  }
  return changed;
}

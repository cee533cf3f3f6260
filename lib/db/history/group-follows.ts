import { groupRows, isGroupable } from '@/lib/domain/row/grouping';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { adjacentAnchors, storedRow } from './adjacent-rows';

/** Work of one transaction. */
const FOLDED_AT_ONCE = 100;

/**
 * Folds follows that have stood alone for long enough by `now`, in milliseconds since 1970, into the
 * rows of follows beside them, in one transaction. Gives how many it has looked into: as long as that is
 * more than none, there may be others.
 */
export async function groupFollows(db: Database, now: number): Promise<number> {
  return await db.transaction('rw', db.events, async () => {
    const due = await db.events.where('folds_at').belowOrEqual(now).limit(FOLDED_AT_ONCE).toArray();
    for (const follow of due) await fold(db, follow);
    return due.length;
  });
}

async function fold(db: Database, { folds_at: _foldsAt, ...follow }: StoredEvent): Promise<void> {
  await db.events.put(follow);
  // One that still stands alone is going to look to its own neighbours in its time.
  const anchors = (await adjacentAnchors(db, follow, false)).filter(isGroupable);
  const rows = await Promise.all(anchors.map((anchor) => storedRow(db, anchor)));
  await db.events.bulkPut(groupRows({ anchor: follow, members: [follow] }, rows));
}

/** When the next follow is to be folded, in milliseconds since 1970; `null` while none is waiting. */
export async function nextGroupingTime(db: Database): Promise<number | null> {
  const next = await db.events.orderBy('folds_at').first();
  return next?.folds_at ?? null;
}

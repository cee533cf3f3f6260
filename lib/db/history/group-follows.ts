import { groupRows, isGroupable } from '@/lib/domain/row/grouping';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { adjacentAnchors, storedRow } from './adjacent-rows';

/** Number of follows in one transaction. */
const BATCH_SIZE = 100;

/**
 * Groups follows that are old enough at `now` (milliseconds since 1970) with the rows of follows
 * next to them, in one transaction. Returns the ids of the streamers of the follows that it
 * looked at, one for each follow; if there are any, there may be more.
 */
export async function groupFollows(db: Database, now: number): Promise<string[]> {
  return await db.transaction('rw', db.events, async () => {
    const due = await db.events.where('folds_at').belowOrEqual(now).limit(BATCH_SIZE).toArray();
    for (const follow of due) await groupFollow(db, follow);
    return due.map(({ streamer_id }) => streamer_id);
  });
}

async function groupFollow(
  db: Database,
  { folds_at: _foldsAt, ...follow }: StoredEvent,
): Promise<void> {
  await db.events.put(follow);
  // A neighbor that is not groupable yet will look at its own neighbors when its time has come.
  const anchors = await adjacentAnchors(db, follow, { sameKind: false });
  const rows = await Promise.all(
    anchors.filter(isGroupable).map((anchor) => storedRow(db, anchor)),
  );
  await db.events.bulkPut(groupRows({ anchor: follow, members: [follow] }, rows));
}

/**
 * Returns when the next follow can be grouped, in milliseconds since 1970; `null` if none waits.
 */
export async function nextGroupingTime(db: Database): Promise<number | null> {
  const next = await db.events.orderBy('folds_at').first();
  return next?.folds_at ?? null;
}

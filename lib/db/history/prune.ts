import type { StoredEvent } from '@/lib/domain/row/row';
import { utcDay } from '@/lib/time';
import type { Database } from '../database';
import { moveRowStarts, repairTotals } from './repair-totals';
import { storedTotals } from './totals';

/** Time of the oldest event, in milliseconds since 1970; `null` for an empty log. */
export async function oldestEventTime(db: Database): Promise<number | null> {
  const oldest = await db.events.orderBy('created_at').first();
  return oldest?.created_at ?? null;
}

/**
 * Deletes events from before `midnight` (the beginning of a UTC day), at most `limit` of them, in one
 * transaction with what they count for; the counters and gaps of those days with the last of them.
 * Gives how many were deleted: fewer than `limit` once nothing is left to delete. Throws what
 * IndexedDB throws; then nothing was deleted.
 */
export async function pruneBefore(db: Database, midnight: number, limit: number): Promise<number> {
  return await db.transaction('rw', db.events, db.counts, db.gaps, async () => {
    await repairTotals(db);
    const old = await db.events.where('created_at').below(midnight).limit(limit).toArray();
    await db.events.bulkDelete(old.map(({ seq }) => seq));
    await moveRowStarts(db, rowsBegunBy(old));
    await takeFromTotals(db, old);
    if (old.length < limit) {
      await forgetDaysBefore(db, midnight);
    }
    return old.length;
  });
}

/**
 * Deletes events from before `midnight` (the beginning of a UTC day), with their counters and gaps, in
 * one transaction that writes nothing: Chromium lets none but those through once it has no room left.
 * `mend` writes the rest as soon as there is some. Gives how many were deleted. Throws what IndexedDB
 * throws; then nothing was deleted.
 */
export async function freeBefore(db: Database, midnight: number): Promise<number> {
  return await db.transaction('rw', db.events, db.counts, db.gaps, async () => {
    await storedTotals(db).delete();
    await forgetDaysBefore(db, midnight);
    return await db.events.where('created_at').below(midnight).delete();
  });
}

async function forgetDaysBefore(db: Database, midnight: number): Promise<void> {
  // Named like 2026-11-23, days stand in order, and before `all`.
  await db.counts.where('period').below(utcDay(midnight)).delete();
  await db.gaps.filter(({ until }) => until < midnight).delete();
}

function rowsBegunBy(events: readonly StoredEvent[]): Set<string> {
  return new Set(
    events.flatMap(({ thread, row_at }) =>
      thread === undefined || row_at === undefined ? [] : [thread],
    ),
  );
}

async function takeFromTotals(db: Database, deleted: readonly StoredEvent[]): Promise<void> {
  const byStreamer = Map.groupBy(deleted, ({ streamer_id }) => streamer_id);
  for (const [streamerId, events] of byStreamer) {
    for (const [type, { length }] of Map.groupBy(events, ({ event_type }) => event_type)) {
      const total = await db.counts.get([streamerId, type, 'all']);
      if (total === undefined) continue;
      if (total.count > length) await db.counts.put({ ...total, count: total.count - length });
      else await db.counts.delete([streamerId, type, 'all']);
    }
  }
}

import type { StoredEvent } from '@/lib/domain/row/row';
import { utcDay } from '@/lib/time';
import type { Database } from '../database';
import { forgetEvents } from '../log-index/forget';
import { dropIndex, indexTables } from '../log-index/index-tables';
import { removeFromTotals } from './change-counts';
import { moveRowStarts, repairTotals } from './repair-totals';
import { storedTotals } from './totals';

/** Returns the time of the oldest event, in milliseconds since 1970; `null` for an empty log. */
export async function oldestEventTime(db: Database): Promise<number | null> {
  const oldest = await db.events.orderBy('created_at').first();
  return oldest?.created_at ?? null;
}

/**
 * Deletes at most `limit` events from before `midnight` (the start of a UTC day) and corrects the
 * total counters, in one transaction. The counters and gaps of these days are deleted with the last
 * of the events. Returns the number of deleted events: less than `limit` once nothing is left to
 * delete. Throws what IndexedDB throws; then nothing was deleted.
 */
export async function pruneBefore(db: Database, midnight: number, limit: number): Promise<number> {
  return await db.transaction('rw', tablesOf(db), async () => {
    await repairTotals(db);
    const old = await db.events.where('created_at').below(midnight).limit(limit).toArray();
    await db.events.bulkDelete(old.map(({ seq }) => seq));
    await moveRowStarts(db, threadsBegunBy(old));
    await removeFromTotals(db, old);
    await forgetEvents(db, old);
    if (old.length < limit) {
      await deleteDaysBefore(db, midnight);
    }
    return old.length;
  });
}

/**
 * Deletes the events from before `midnight` (the start of a UTC day), with their counters and gaps,
 * in one transaction that writes nothing: if no room is left, Chromium allows no other transaction,
 * see docs/adr/0012-deleting-when-storage-is-full.md. `repairTotals` writes the rest as soon as there is
 * room. Returns the number of deleted events. Throws what IndexedDB throws; then nothing was
 * deleted.
 */
export async function freeBefore(db: Database, midnight: number): Promise<number> {
  return await db.transaction('rw', tablesOf(db), async () => {
    await storedTotals(db).delete();
    // It is the largest part that can be made anew.
    await dropIndex(db);
    await deleteDaysBefore(db, midnight);
    return await db.events.where('created_at').below(midnight).delete();
  });
}

function tablesOf(db: Database) {
  return [db.events, db.counts, db.gaps, ...indexTables(db)];
}

async function deleteDaysBefore(db: Database, midnight: number): Promise<void> {
  // Days are named like 2026-11-23, so they sort by time, and before `all`.
  await db.counts.where('period').below(utcDay(midnight)).delete();
  await db.gaps
    .where('from')
    .below(midnight)
    .filter(({ ends }) => ends.every(([, until]) => until < midnight))
    .delete();
}

/** Returns the threads whose rows some of the events begin. */
export function threadsBegunBy(events: readonly StoredEvent[]): Set<string> {
  return new Set(
    events.flatMap(({ thread, row_at }) =>
      thread === undefined || row_at === undefined ? [] : [thread],
    ),
  );
}

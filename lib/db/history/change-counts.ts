import type { StreamEvent } from '@/lib/domain/event/event';
import { utcDay } from '@/lib/time';
import type { CountRecord, Database } from '../database';
import { repairTotals } from './repair-totals';

/** Adds new events to the counters. Call it inside a transaction. */
export async function addToCounts(db: Database, events: readonly StreamEvent[]): Promise<void> {
  await db.counts.bulkPut(await changedBy(db, changesOf(events), 1));
}

/** Subtracts deleted events from the counters. Call it inside a transaction. */
export async function removeFromCounts(
  db: Database,
  events: readonly StreamEvent[],
): Promise<void> {
  await subtract(db, changesOf(events));
}

/**
 * Subtracts deleted events from the total counters only. Call it inside a transaction that deletes
 * the counters of the days.
 */
export async function removeFromTotals(
  db: Database,
  events: readonly StreamEvent[],
): Promise<void> {
  const changes = changesOf(events);
  await subtract(
    db,
    changes.filter(({ period }) => period === 'all'),
  );
}

async function subtract(db: Database, changes: readonly CountRecord[]): Promise<void> {
  const counters = await changedBy(db, changes, -1);
  await db.counts.bulkPut(counters.filter(({ count }) => count > 0));
  await db.counts.bulkDelete(counters.filter(({ count }) => count <= 0).map(keyOf));
}

/** Returns the stored counters after changes up (1) or down (-1). */
async function changedBy(
  db: Database,
  changes: readonly CountRecord[],
  direction: 1 | -1,
): Promise<CountRecord[]> {
  const stored = await storedCounters(db, changes);
  return changes.map((change, index) => ({
    ...change,
    count: (stored[index]?.count ?? 0) + direction * change.count,
  }));
}

/**
 * Counts an event on its new day, if a later report of the same event replaced it after midnight.
 * Call it inside a transaction.
 */
export async function moveCount(
  db: Database,
  before: StreamEvent,
  after: StreamEvent,
): Promise<void> {
  if (utcDay(before.created_at) === utcDay(after.created_at)) return;
  await removeFromCounts(db, [before]);
  await addToCounts(db, [after]);
}

/** Returns how many events each counter counts: that of the day and that of all time. */
function changesOf(events: readonly StreamEvent[]): CountRecord[] {
  const changes = new Map<string, CountRecord>();
  for (const { streamer_id, event_type, created_at } of events) {
    for (const period of ['all', utcDay(created_at)]) {
      const key = [streamer_id, event_type, period].join(' ');
      const count = (changes.get(key)?.count ?? 0) + 1;
      changes.set(key, { streamer_id, event_type, period, count });
    }
  }
  return [...changes.values()];
}

/** Returns the stored counters in the same order; `undefined` for a counter that is not stored. */
async function storedCounters(
  db: Database,
  changes: readonly CountRecord[],
): Promise<(CountRecord | undefined)[]> {
  const keys = changes.map(keyOf);
  const stored = await db.counts.bulkGet(keys);
  // The database stores all totals or none, so one that is stored says that none is missing.
  if (stored.some((counter) => counter?.period === 'all')) return stored;
  await repairTotals(db);
  return await db.counts.bulkGet(keys);
}

function keyOf({ streamer_id, event_type, period }: CountRecord): [string, string, string] {
  return [streamer_id, event_type, period];
}

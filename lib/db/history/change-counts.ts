import type { StreamEvent } from '@/lib/domain/event/event';
import { utcDay } from '@/lib/time';
import type { CountRecord, Database } from '../database';
import { repairTotals } from './repair-totals';

/** A counter as it is stored, and by how much it will change. */
interface CounterChange {
  counter: CountRecord;
  step: number;
}

/**
 * Reads the counters to which new events will be added, and restores the totals if they are
 * missing. Call it inside a transaction.
 */
export async function readCounters(
  db: Database,
  events: readonly StreamEvent[],
): Promise<CounterChange[]> {
  const changes = changesOf(events);
  const stored = await storedCounters(db, changes);
  return changes.map(({ count: step, ...counter }, index) => ({
    counter: { ...counter, count: stored[index]?.count ?? 0 },
    step,
  }));
}

/** Writes the counters that {@link readCounters} has read, with the new events in them. */
export async function addToCounters(
  db: Database,
  changes: readonly CounterChange[],
): Promise<void> {
  await db.counts.bulkPut(
    changes.map(({ counter, step }) => ({ ...counter, count: counter.count + step })),
  );
}

/** Subtracts deleted events from the counters. Call it inside a transaction. */
export async function removeFromCounts(
  db: Database,
  events: readonly StreamEvent[],
): Promise<void> {
  const counters = await readCounters(db, events);
  const after = counters.map(({ counter, step }) => ({ ...counter, count: counter.count - step }));
  await db.counts.bulkPut(after.filter(({ count }) => count > 0));
  await db.counts.bulkDelete(after.filter(({ count }) => count <= 0).map(keyOf));
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
  await addToCounters(db, await readCounters(db, [after]));
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

import type { StreamEvent } from '@/lib/domain/event/event';
import { utcDay } from '@/lib/time';
import type { CountRecord, Database } from '../database';

/** Adds new events to the counters. Call it inside a transaction. */
export async function addToCounts(db: Database, events: readonly StreamEvent[]): Promise<void> {
  await changeCounts(db, events, 1);
}

/** Subtracts deleted events from the counters. Call it inside a transaction. */
export async function removeFromCounts(
  db: Database,
  events: readonly StreamEvent[],
): Promise<void> {
  await changeCounts(db, events, -1);
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

async function changeCounts(
  db: Database,
  events: readonly StreamEvent[],
  step: 1 | -1,
): Promise<void> {
  const changes = new Map<string, CountRecord>();
  for (const { streamer_id, event_type, created_at } of events) {
    for (const period of ['all', utcDay(created_at)]) {
      const key = [streamer_id, event_type, period].join(' ');
      const change = changes.get(key) ?? { streamer_id, event_type, period, count: 0 };
      changes.set(key, { ...change, count: change.count + step });
    }
  }
  const keys = [...changes.values()].map(keyOf);
  const before = await db.counts.bulkGet(keys);
  const after = [...changes.values()].map((change, index) => ({
    ...change,
    count: change.count + (before[index]?.count ?? 0),
  }));
  await db.counts.bulkPut(after.filter(({ count }) => count > 0));
  await db.counts.bulkDelete(after.filter(({ count }) => count <= 0).map(keyOf));
}

function keyOf({ streamer_id, event_type, period }: CountRecord): [string, string, string] {
  return [streamer_id, event_type, period];
}

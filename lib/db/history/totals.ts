import type { CountRecord, Database } from '../database';

/**
 * Returns the total counters, by streamer and type. The database stores all of them or none: after
 * days were deleted in a browser without room, each total is the sum of the counters of its days,
 * until the totals can be written again.
 */
export async function readTotals(db: Database): Promise<CountRecord[]> {
  const totals = await storedTotals(db).toArray();
  return totals.length > 0 ? totals : sumsOf(await db.counts.toArray());
}

/** Returns the number of recorded events, from the counters. */
export async function totalEvents(db: Database): Promise<number> {
  const totals = await readTotals(db);
  return totals.reduce((sum, { count }) => sum + count, 0);
}

/** Returns the total counters that are stored. */
export function storedTotals(db: Database) {
  return db.counts.where('period').equals('all');
}

function sumsOf(days: readonly CountRecord[]): CountRecord[] {
  const sums = new Map<string, CountRecord>();
  for (const { streamer_id, event_type, count } of days) {
    const key = [streamer_id, event_type].join(' ');
    const before = sums.get(key)?.count ?? 0;
    sums.set(key, { streamer_id, event_type, period: 'all', count: before + count });
  }
  return [...sums.values()];
}

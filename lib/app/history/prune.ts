import type { Database } from '@/lib/db/database';
import { freeBefore, oldestEventTime, pruneBefore } from '@/lib/db/history/prune';
import { totalEvents } from '@/lib/db/history/totals';
import type { Retention } from '@/lib/domain/history/retention';
import { DAY, startOfUtcDay } from '@/lib/time';

/** Events per transaction. An event that arrives in the meantime waits for one of these only. */
const BATCH_SIZE = 500;

/**
 * Deletes whole days (UTC): those that are older than the retention, and then the oldest ones while
 * there are more events than the retention allows. Never deletes today. `now` is in milliseconds
 * since 1970. Returns the number of deleted events. Throws the errors of IndexedDB.
 */
export async function prune(db: Database, retention: Retention, now: number): Promise<number> {
  const today = startOfUtcDay(now);
  let deleted = 0;
  if (retention.days !== null) {
    deleted += await pruneInBatches(db, Math.min(today, startOfUtcDay(now - retention.days * DAY)));
  }
  if (retention.events === null) return deleted;
  while ((await totalEvents(db)) > retention.events) {
    const count = await pruneOldestDay(db, now);
    if (count === 0) break;
    deleted += count;
  }
  return deleted;
}

/**
 * Deletes the oldest day (UTC), unless that is today. Works when the storage is full, too: see
 * docs/adr/0012-deleting-when-storage-is-full.md. `now` is in milliseconds since 1970. Returns the number
 * of deleted events. Throws the errors of IndexedDB.
 */
export async function freeOldestDay(db: Database, now: number): Promise<number> {
  const end = await endOfOldestDay(db, now);
  return end === null ? 0 : await freeBefore(db, end);
}

async function pruneOldestDay(db: Database, now: number): Promise<number> {
  const end = await endOfOldestDay(db, now);
  return end === null ? 0 : await pruneInBatches(db, end);
}

/** Returns the end of the oldest day; `null` if that is today, or if there are no events. */
async function endOfOldestDay(db: Database, now: number): Promise<number | null> {
  const oldest = await oldestEventTime(db);
  if (oldest === null || oldest >= startOfUtcDay(now)) return null;
  return startOfUtcDay(oldest) + DAY;
}

async function pruneInBatches(db: Database, midnight: number): Promise<number> {
  let deleted = 0;
  for (;;) {
    const count = await pruneBefore(db, midnight, BATCH_SIZE);
    deleted += count;
    if (count < BATCH_SIZE) return deleted;
  }
}

import type { Database } from '@/lib/db/database';
import { freeBefore, oldestEventTime, pruneBefore } from '@/lib/db/history/prune';
import { totalEvents } from '@/lib/db/history/totals';
import type { Retention } from '@/lib/domain/history/retention';
import { DAY, startOfUtcDay } from '@/lib/time';

/** Small enough that an event that comes meanwhile hardly waits. */
const STEP = 500;

/**
 * Deletes the days that are older than `retention` allows, and the oldest ones while more events are
 * kept than it allows; never today. Gives how many events were deleted. Throws what IndexedDB throws.
 */
export async function prune(db: Database, retention: Retention, now: number): Promise<number> {
  const today = startOfUtcDay(now);
  let deleted = 0;
  if (retention.days !== null) {
    deleted += await pruneInSteps(db, Math.min(today, startOfUtcDay(now - retention.days * DAY)));
  }
  if (retention.events === null) return deleted;
  while ((await totalEvents(db)) > retention.events) {
    const gone = await pruneOldestDay(db, now);
    if (gone === 0) break;
    deleted += gone;
  }
  return deleted;
}

/**
 * Deletes the oldest day there is, unless that is today, also in a browser that has no room to write.
 * Gives how many events were deleted. Throws what IndexedDB throws.
 */
export async function freeOldestDay(db: Database, now: number): Promise<number> {
  const end = await endOfOldestDay(db, now);
  return end === null ? 0 : await freeBefore(db, end);
}

async function pruneOldestDay(db: Database, now: number): Promise<number> {
  const end = await endOfOldestDay(db, now);
  return end === null ? 0 : await pruneInSteps(db, end);
}

/** The midnight that ends the oldest day; `null` where that is today, or there is none. */
async function endOfOldestDay(db: Database, now: number): Promise<number | null> {
  const oldest = await oldestEventTime(db);
  if (oldest === null || oldest >= startOfUtcDay(now)) return null;
  return startOfUtcDay(oldest) + DAY;
}

async function pruneInSteps(db: Database, midnight: number): Promise<number> {
  let deleted = 0;
  for (;;) {
    const gone = await pruneBefore(db, midnight, STEP);
    deleted += gone;
    if (gone < STEP) return deleted;
  }
}

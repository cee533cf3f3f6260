import type { Database } from '@/lib/db/database';
import type { Retention } from '@/lib/domain/history/retention';
import type { Log } from '@/lib/log';
import { type Clock, HOUR, MINUTE } from '@/lib/time';
import { freeOldestDay, prune } from './prune';

/** What keeping the log within its bounds needs. */
export interface RetentionJobOptions {
  db: Database;
  readRetention(): Promise<Retention>;
  clock: Clock;
  log: Log;
}

/** Keeps the log as long as the user wants it, and no longer. */
export interface RetentionJob {
  /** Deletes what is past its time, at most once an hour. Never throws. */
  sweep(): Promise<void>;
  /**
   * Deletes the oldest day if the user agreed to that, and one more every ten minutes while that is
   * not enough; gives whether it did. Never throws.
   */
  makeRoom(): Promise<boolean>;
}

/**
 * Chromium sees room only once it tidies its files, which a deletion does not make it do. Left to
 * itself, each failing write would cost a day, and all of them would be gone within a second.
 */
const BETWEEN_DAYS_MS = 10 * MINUTE;

/** Makes a housekeeping that has not swept yet. */
export function createRetentionJob({
  db,
  readRetention,
  clock,
  log,
}: RetentionJobOptions): RetentionJob {
  let sweptAt = Number.NEGATIVE_INFINITY;
  let madeRoomAt = Number.NEGATIVE_INFINITY;
  return {
    sweep: async () => {
      if (clock.now() - sweptAt < HOUR) return;
      sweptAt = clock.now();
      try {
        await prune(db, await readRetention(), sweptAt);
      } catch (error) {
        log.warn('old events could not be deleted', error);
      }
    },
    makeRoom: async () => {
      try {
        if (!(await readRetention()).makeRoom) return false;
        const sinceLast = clock.now() - madeRoomAt;
        // Less than nothing where the clock was set back since.
        if (sinceLast >= 0 && sinceLast < BETWEEN_DAYS_MS) return false;
        madeRoomAt = clock.now();
        return (await freeOldestDay(db, madeRoomAt)) > 0;
      } catch (error) {
        log.warn('no room could be made', error);
        return false;
      }
    },
  };
}

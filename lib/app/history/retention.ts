import type { Database } from '@/lib/db/database';
import type { Retention } from '@/lib/domain/history/retention';
import type { Log } from '@/lib/log';
import { type Clock, HOUR, MINUTE } from '@/lib/time';
import { freeOldestDay, prune } from './prune';

/** Dependencies of {@link createRetentionJob}. */
export interface RetentionJobOptions {
  db: Database;
  readRetention(): Promise<Retention>;
  clock: Clock;
  log: Log;
}

/** Deletes old events according to the retention settings. */
export interface RetentionJob {
  /** Deletes the events that are older than the retention, at most once an hour. Never throws. */
  sweep(): Promise<void>;
  /**
   * Deletes the oldest day if the user agreed to that, but not more than one day in ten minutes.
   * Returns true if it deleted any events. Never throws.
   */
  makeRoom(): Promise<boolean>;
}

/**
 * Chromium frees the space of deleted records only some time later. Without a pause, each write that
 * fails would delete another day, until none is left. See docs/adr/0012-deleting-without-room.md.
 */
const BETWEEN_DAYS_MS = 10 * MINUTE;

/** Creates the housekeeping. Nothing is deleted before the first call. */
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
        // Negative if the clock was set back in the meantime.
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

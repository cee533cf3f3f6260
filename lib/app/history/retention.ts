import type { Database } from '@/lib/db/database';
import type { Retention } from '@/lib/domain/history/retention';
import type { Log } from '@/lib/log';
import { type Clock, HOUR, isRecent, MINUTE } from '@/lib/time';
import { freeOldestDay, prune } from './prune';

/** Dependencies of {@link createRetentionJob}. */
export interface RetentionJobOptions {
  db: Database;
  readRetention(): Promise<Retention>;
  /** Called when events were deleted, of whomever. */
  deleted(): void;
  clock: Clock;
  log: Log;
}

/** Deletes old events according to the retention settings. */
export interface RetentionJob {
  /** Deletes the events that are not to be kept any longer, at most once an hour. Never throws. */
  deleteOldEvents(): Promise<void>;
  /**
   * Deletes the oldest day if the user agreed to that, but at most one day in ten minutes.
   * Returns true if it deleted any events. Never throws.
   */
  makeRoom(): Promise<boolean>;
}

/**
 * Chromium frees the space of deleted records only some time later. Without a pause, each failed
 * write would delete another day, until none is left. See docs/adr/0012-deleting-when-storage-is-full.md.
 */
const BETWEEN_DAYS_MS = 10 * MINUTE;

/** Creates the job. It deletes nothing before the first call. */
export function createRetentionJob({
  db,
  readRetention,
  deleted,
  clock,
  log,
}: RetentionJobOptions): RetentionJob {
  let deletedAt = Number.NEGATIVE_INFINITY;
  let madeRoomAt = Number.NEGATIVE_INFINITY;
  return {
    deleteOldEvents: async () => {
      if (isRecent(deletedAt, HOUR, clock.now())) return;
      deletedAt = clock.now();
      try {
        if ((await prune(db, await readRetention(), deletedAt)) > 0) deleted();
      } catch (error) {
        log.warn('old events could not be deleted', error);
      }
    },
    makeRoom: async () => {
      try {
        if (!(await readRetention()).makeRoom) return false;
        if (isRecent(madeRoomAt, BETWEEN_DAYS_MS, clock.now())) return false;
        madeRoomAt = clock.now();
        const hasDeleted = (await freeOldestDay(db, madeRoomAt)) > 0;
        if (hasDeleted) deleted();
        return hasDeleted;
      } catch (error) {
        log.warn('no room could be made', error);
        return false;
      }
    },
  };
}

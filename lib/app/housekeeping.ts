import type { Database } from '@/lib/db/database';
import type { Retention } from '@/lib/domain/retention';
import type { Log } from '@/lib/log';
import { type Clock, HOUR } from '@/lib/time';
import { prune, pruneOldestDay } from './prune';

/** What keeping the log within its bounds needs. */
export interface HousekeepingOptions {
  db: Database;
  readRetention(): Promise<Retention>;
  clock: Clock;
  log: Log;
}

/** Keeps the log as long as the user wants it, and no longer. */
export interface Housekeeping {
  /** Deletes what is past its time, at most once an hour. Never throws. */
  sweep(): Promise<void>;
  /** Deletes the oldest day if the user agreed to that; gives whether room was made. Never throws. */
  makeRoom(): Promise<boolean>;
}

/** Makes a housekeeping that has not swept yet. */
export function createHousekeeping({
  db,
  readRetention,
  clock,
  log,
}: HousekeepingOptions): Housekeeping {
  let sweptAt = Number.NEGATIVE_INFINITY;
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
        return (await pruneOldestDay(db, clock.now())) > 0;
      } catch (error) {
        log.warn('no room could be made', error);
        return false;
      }
    },
  };
}

import type { Database } from '@/lib/db/database';
import { groupFollows, nextGroupingTime } from '@/lib/db/history/group-follows';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import { type Clock, MINUTE } from '@/lib/time';

/** Dependencies of {@link createFollowGrouping}. */
export interface FoldingOptions {
  db: Database;
  /** Called when the rows have changed. */
  folded(): void;
  clock: Clock;
  log: Log;
}

/** Folds follows into shared rows when they are old enough. */
export interface FollowGrouping {
  /**
   * Folds the follows that are due now, and sets a timer for the others. Resolves when those that
   * are due now are folded.
   */
  fold(): Promise<void>;
  /** Subscriber of the recorder: calls `fold` if there are follows among the events. */
  foldRecorded(events: readonly StoredEvent[]): Promise<void>;
}

/**
 * Creates the folding. Its timer ends with the worker, and does not run while the computer sleeps, so
 * `fold` has to be called at the start and now and then.
 */
export function createFollowGrouping({ db, folded, clock, log }: FoldingOptions): FollowGrouping {
  const { enqueue: keep, idle: done } = createSerialQueue(log);
  let cancelTimer: (() => void) | null = null;

  async function foldNow(): Promise<void> {
    const now = clock.now();
    let hasFolded = false;
    while ((await groupFollows(db, now)) > 0) hasFolded = true;
    if (hasFolded) folded();
    const next = await nextGroupingTime(db);
    cancelTimer?.();
    // Events have Twitch's time, which a wrong clock of this computer may put far ahead.
    const wait = Math.min((next ?? now) - now, MINUTE);
    cancelTimer = next === null ? null : clock.after(wait, () => void fold());
  }

  async function fold(): Promise<void> {
    keep('folding follows', foldNow);
    await done();
  }

  return {
    fold,
    foldRecorded: async (events) => {
      if (events.some(({ event_type }) => event_type === 'follow')) await fold();
    },
  };
}

import type { Database } from '@/lib/db/database';
import { groupFollows, nextGroupingTime } from '@/lib/db/history/group-follows';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import { type Clock, MINUTE } from '@/lib/time';

/** Keeps runs of follows folded. */
export interface FollowGrouping {
  /** Folds what is due now, and the rest when its time comes. Resolves when this once is done. */
  fold(): Promise<void>;
}

/**
 * Folds follows into rows as they grow old enough, as long as the worker lives: whoever makes it
 * calls it when a follow was recorded, and now and then for what timers have missed.
 */
export function createFollowGrouping(options: {
  db: Database;
  clock: Clock;
  /** The rows have changed. */
  folded(): void;
  log: Log;
}): FollowGrouping {
  const { db, clock, folded, log } = options;
  const { enqueue: keep, idle: done } = createSerialQueue(log);
  let cancelTimer: (() => void) | null = null;

  async function foldNow(): Promise<void> {
    const now = clock.now();
    let hasFolded = false;
    while ((await groupFollows(db, now)) > 0) hasFolded = true;
    if (hasFolded) folded();
    const next = await nextGroupingTime(db);
    cancelTimer?.();
    // Events bear Twitch's time: by a clock that goes wrong they may be far ahead.
    const wait = Math.min((next ?? now) - now, MINUTE);
    cancelTimer = next === null ? null : clock.after(wait, () => void fold());
  }

  async function fold(): Promise<void> {
    keep('folding follows', foldNow);
    await done();
  }

  return { fold };
}

import type { Database } from '@/lib/db/database';
import { groupFollows, nextGroupingTime } from '@/lib/db/history/group-follows';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import { type Clock, MINUTE } from '@/lib/time';

/** Dependencies of {@link createFollowGrouping}. */
export interface FollowGroupingOptions {
  db: Database;
  /** Called when rows of these streamers may have changed. */
  grouped(streamerIds: readonly string[]): void;
  clock: Clock;
  log: Log;
}

/** Puts follows that are old enough into shared rows. */
export interface FollowGrouping {
  /** Groups the follows that are due now, and sets a timer for the others. Never throws. */
  groupDue(): Promise<void>;
  /** Subscriber of the recorder: calls `groupDue` if there are follows among the events. */
  groupRecorded(events: readonly StoredEvent[]): Promise<void>;
}

/**
 * Creates the grouping of follows. Its timer ends with the worker, and does not run while the
 * computer sleeps, so `groupDue` must be called at the start and regularly.
 */
export function createFollowGrouping({
  db,
  grouped,
  clock,
  log,
}: FollowGroupingOptions): FollowGrouping {
  const queue = createSerialQueue(log);
  let cancelTimer: (() => void) | null = null;

  async function groupNow(): Promise<void> {
    const now = clock.now();
    const streamerIds = new Set<string>();
    for (;;) {
      const looked = await groupFollows(db, now);
      if (looked.length === 0) break;
      for (const id of looked) streamerIds.add(id);
    }
    if (streamerIds.size > 0) grouped([...streamerIds]);
    const next = await nextGroupingTime(db);
    cancelTimer?.();
    // Events have Twitch's time, which is far in the future if the clock of this computer is slow.
    const wait = Math.min((next ?? now) - now, MINUTE);
    cancelTimer = next === null ? null : clock.after(wait, () => void groupDue());
  }

  async function groupDue(): Promise<void> {
    queue.enqueue('grouping follows', groupNow);
    await queue.idle();
  }

  return {
    groupDue,
    groupRecorded: async (events) => {
      if (events.some(({ event_type }) => event_type === 'follow')) await groupDue();
    },
  };
}

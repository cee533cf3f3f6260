import { describe, expect, it } from 'vitest';
import { channelOf, storeStreamer } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { newestGaps } from '@/lib/db/history/newest-gaps';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { createSerialQueue } from '@/lib/serial-queue';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { createFakeClock, START } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createGapTracker, IN_FLIGHT_MS } from './gap-tracker';

/** Creates the gap tracker of one worker. `known` is what the worker before it stored. */
async function prepareTracker(known: Partial<ChannelRecord> = {}, db: Database = freshDatabase()) {
  await storeStreamer(db, DEMO_STREAMER);
  await db.channels.update('100', known);
  const clock = createFakeClock();
  const { enqueue, idle } = createSerialQueue(createFakeLog());
  /** The names of all database writes. */
  const writes: string[] = [];
  /** The start of each backfill. */
  const backfills: (number | null)[] = [];
  const counts = { gaps: 0 };
  const log = { unwrittenSince: null as number | null };
  const tracker = createGapTracker({
    db,
    clock,
    writes: {
      enqueue: (name, write) => {
        writes.push(name);
        enqueue(name, write);
      },
    },
    known: { ...DEMO_STREAMER, ...NOTHING_KNOWN, ...known },
    unwrittenSince: () => log.unwrittenSince,
    startBackfill: (since) => backfills.push(since),
    gapRecorded: () => {
      counts.gaps += 1;
    },
  });
  /** Returns the stored record of the streamer after all writes. */
  const channel = async () => {
    await idle();
    return await channelOf(db, '100');
  };
  /** Lets time pass while frames arrive. */
  const receiveFrames = (ms: number, everyMs = SECOND) => {
    for (let left = ms; left > 0; left -= everyMs) {
      clock.sleep(everyMs);
      tracker.frameReceived(clock.now());
    }
  };
  return { tracker, clock, db, log, writes, backfills, counts, channel, receiveFrames };
}

describe('while listening', () => {
  it('stores its progress at most every ten seconds, however many frames arrive', async () => {
    const { tracker, receiveFrames, writes, channel } = await prepareTracker();
    tracker.listeningStarted();
    receiveFrames(30 * SECOND, SECOND / 20);
    expect(await channel()).toMatchObject({ heard_at: START + 30 * SECOND - IN_FLIGHT_MS });
    // One at the start, and one for each ten of the thirty seconds.
    expect(writes).toHaveLength(4);
  });

  it('ignores frames that arrive before all subscriptions have an answer', async () => {
    const { tracker, clock, channel } = await prepareTracker({ heard_at: START - HOUR });
    clock.sleep(SECOND);
    tracker.frameReceived(clock.now());
    expect((await channel())?.heard_at).toBe(START - HOUR);
  });

  it('starts once when the start is reported twice', async () => {
    const { tracker, backfills, counts, channel } = await prepareTracker({
      heard_at: START - HOUR,
    });
    tracker.listeningStarted();
    tracker.listeningStarted();
    await channel();
    expect([backfills, counts.gaps]).toEqual([[START - HOUR], 1]);
  });

  it('continues to store its progress after the clock was set back', async () => {
    const { tracker, clock, channel } = await prepareTracker();
    tracker.listeningStarted();
    clock.sleep(-HOUR);
    tracker.frameReceived(clock.now());
    expect((await channel())?.heard_at).toBe(START - HOUR - IN_FLIGHT_MS);
  });
});

describe('the time until which events are complete', () => {
  it('leaves out the last moments, in which an event may still have been on its way', async () => {
    const { tracker, receiveFrames, channel } = await prepareTracker();
    tracker.listeningStarted();
    receiveFrames(MINUTE);
    tracker.connectionLost();
    expect((await channel())?.heard_at).toBe(START + MINUTE - IN_FLIGHT_MS);
  });

  it('is never before the start of listening', async () => {
    const { tracker, receiveFrames, channel } = await prepareTracker();
    tracker.listeningStarted();
    receiveFrames(3 * SECOND);
    tracker.connectionLost();
    expect((await channel())?.heard_at).toBe(START);
  });

  it.each(['connectionLost', 'stop', 'nothing'] as const)(
    'ends before the oldest event that is not yet in the database (then: %s)',
    async (end) => {
      const { tracker, receiveFrames, log, channel } = await prepareTracker();
      tracker.listeningStarted();
      receiveFrames(MINUTE);
      log.unwrittenSince = START + MINUTE;
      receiveFrames(HOUR);
      if (end === 'connectionLost') tracker.connectionLost();
      if (end === 'stop') tracker.stop('signed_out');
      expect((await channel())?.heard_at).toBe(START + MINUTE - IN_FLIGHT_MS);
      log.unwrittenSince = null;
      receiveFrames(10 * SECOND);
      if (end !== 'nothing') return;
      expect((await channel())?.heard_at).toBe(START + HOUR + MINUTE + 10 * SECOND - IN_FLIGHT_MS);
    },
  );
});

describe('a worker that is killed at any moment', () => {
  it.each([1, 5, 9, 10, 11, 19, 20, 25, 61])(
    'after %i seconds leaves a gap that covers everything it may have lost',
    async (seconds) => {
      const first = await prepareTracker();
      first.tracker.listeningStarted();
      first.receiveFrames(seconds * SECOND);
      const known = await first.channel();
      const second = await prepareTracker(known ?? {}, first.db);
      second.clock.sleep(HOUR);
      second.tracker.listeningStarted();
      await second.channel();
      const [gap] = await newestGaps(first.db, { streamerId: '100', endedAfter: 0, limit: 2 });
      // The last event was sent a moment earlier, and is not in the database.
      const lost = Math.max(START, START + (seconds - 2) * SECOND);
      expect(gap?.from).toBeLessThanOrEqual(lost);
      expect(gap?.from).toBeGreaterThanOrEqual(lost - 2 * 10 * SECOND);
      expect(gap?.until).toBe(START + HOUR);
    },
  );
});

describe('backfill', () => {
  it('goes back to the oldest gap that is not yet backfilled', async () => {
    const known = { heard_at: START - HOUR, missed_since: START - 2 * HOUR };
    const { tracker, backfills, channel } = await prepareTracker(known);
    tracker.listeningStarted();
    tracker.connectionLost();
    tracker.listeningStarted();
    tracker.backfillCompleted();
    expect(await channel()).not.toHaveProperty('missed_since');
    tracker.connectionLost();
    tracker.listeningStarted();
    expect(backfills).toEqual([START - 2 * HOUR, START - 2 * HOUR, START]);
  });
});

describe('stop', () => {
  it('stores the reason', async () => {
    const { tracker, channel } = await prepareTracker();
    tracker.listeningStarted();
    tracker.stop('other_favorite');
    expect(await channel()).toMatchObject({ heard_at: START, paused_for: 'other_favorite' });
  });

  it('keeps the reason of a gap that had already started when the listener restarts', async () => {
    const known = { heard_at: START - HOUR, paused_for: 'signed_out' } as const;
    const { tracker, channel } = await prepareTracker(known);
    tracker.stop('disconnected');
    expect(await channel()).toMatchObject({ heard_at: START - HOUR, paused_for: 'signed_out' });
  });

  it('stores nothing before listening has ever started', async () => {
    const { tracker, writes } = await prepareTracker();
    tracker.stop('other_favorite');
    expect(writes).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { channelOf } from '@/lib/db/channels';
import type { ChannelRecord } from '@/lib/db/database';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { START } from '@/tests/support/fakes/fake-clock';
import { runAttendance } from '@/tests/support/running/running-attendance';
import { IN_FLIGHT_MS } from './presence';

/** Creates the attendance of a worker that serves one streamer. */
async function prepare(known: Partial<ChannelRecord> = {}) {
  const running = await runAttendance();
  await running.add('100', known);
  return running;
}

describe('while listening', () => {
  it('stores its progress at most every ten seconds, however many frames arrive', async () => {
    const { attendance, receiveFrames, writes, heard, idle } = await prepare();
    attendance.connected('100');
    await idle();
    for (let second = 0; second < 30; second += 1) {
      receiveFrames(SECOND, SECOND / 20);
      await idle();
    }
    expect(await heard()).toBe(START + 30 * SECOND - IN_FLIGHT_MS);
    // One at the start, and one for each ten of the thirty seconds.
    expect(writes).toHaveLength(4);
  });

  it('ignores frames that arrive before all subscriptions have an answer', async () => {
    const { attendance, clock, heard, writes } = await prepare({ heard_at: START - HOUR });
    clock.sleep(SECOND);
    attendance.frameReceived(clock.now());
    expect(await heard()).toBe(START - HOUR);
    expect(writes).toEqual([]);
  });

  it('starts once when the start is reported twice', async () => {
    const { attendance, gaps, recorded } = await prepare({ heard_at: START - HOUR });
    expect(attendance.connected('100')).toBe(START - HOUR);
    expect(attendance.connected('100')).toBe(START - HOUR);
    expect(await gaps()).toMatchObject([{ from: START - HOUR, until: START }]);
    expect(recorded).toEqual([['100']]);
  });

  it('continues to store its progress after the clock was set back', async () => {
    const { attendance, clock, heard, idle } = await prepare();
    attendance.connected('100');
    await idle();
    clock.sleep(-HOUR);
    attendance.frameReceived(clock.now());
    expect(await heard()).toBe(START - HOUR - IN_FLIGHT_MS);
  });
});

describe('the time until which events are complete', () => {
  it('leaves out the last moments, in which an event may still have been on its way', async () => {
    const { attendance, receiveFrames, heard } = await prepare();
    attendance.connected('100');
    receiveFrames(MINUTE);
    attendance.connectionLost();
    expect(await heard()).toBe(START + MINUTE - IN_FLIGHT_MS);
  });

  it('is never before the start of listening', async () => {
    const { attendance, receiveFrames, heard } = await prepare();
    attendance.connected('100');
    receiveFrames(3 * SECOND);
    attendance.connectionLost();
    expect(await heard()).toBe(START);
  });

  it.each(['connectionLost', 'lost', 'remove', 'stop', 'nothing'] as const)(
    'ends before the oldest event that is not yet in the database (then: %s)',
    async (end) => {
      const { attendance, receiveFrames, log, heard } = await prepare();
      attendance.connected('100');
      receiveFrames(MINUTE);
      log.unwrittenSince = START + MINUTE;
      receiveFrames(HOUR);
      if (end === 'connectionLost') attendance.connectionLost();
      if (end === 'lost') attendance.lost('100');
      if (end === 'remove') attendance.remove('100', 'not_listed');
      if (end === 'stop') attendance.stop('signed_out');
      expect(await heard()).toBe(START + MINUTE - IN_FLIGHT_MS);
      log.unwrittenSince = null;
      receiveFrames(10 * SECOND);
      if (end !== 'nothing') return;
      expect(await heard()).toBe(START + HOUR + MINUTE + 10 * SECOND - IN_FLIGHT_MS);
    },
  );
});

describe('a worker that is killed at any moment', () => {
  it.each([1, 5, 9, 10, 11, 19, 20, 25, 61])(
    'after %i seconds leaves a gap that covers everything it may have lost',
    async (seconds) => {
      const first = await prepare();
      first.attendance.connected('100');
      for (let second = 0; second < seconds; second += 1) {
        first.receiveFrames(SECOND);
        await first.idle();
      }
      const second = await runAttendance(first.db);
      await second.add('100');
      second.clock.sleep(HOUR);
      second.attendance.connected('100');
      const [gap] = await second.gaps();
      // The last event was sent a moment earlier, and is not in the database.
      const lost = Math.max(START, START + (seconds - 2) * SECOND);
      expect(gap?.from).toBeLessThanOrEqual(lost);
      expect(gap?.from).toBeGreaterThanOrEqual(lost - 2 * 10 * SECOND);
      expect(gap).toMatchObject({ until: START + HOUR, reason: 'not_running' });
    },
  );
});

describe('the reason of a gap', () => {
  it.each([
    [SECOND, 'disconnected'],
    [MINUTE, 'disconnected'],
    [MINUTE + 1, 'not_running'],
  ])('after %i ms without a frame is %s', async (silentMs, reason) => {
    const { attendance, clock, receiveFrames, gaps, storedReason } = await prepare();
    attendance.connected('100');
    receiveFrames(MINUTE);
    clock.sleep(silentMs);
    attendance.connectionLost();
    // A worker that finds this gap did not run meanwhile.
    expect(await storedReason()).toBeUndefined();
    clock.sleep(HOUR);
    attendance.connected('100');
    expect(await gaps()).toMatchObject([{ reason }]);
  });

  it('is kept if the connection is lost again before it is there', async () => {
    const { attendance, clock, gaps } = await prepare({
      heard_at: START,
      paused_for: 'not_listed',
    });
    clock.sleep(HOUR);
    attendance.connectionLost();
    attendance.connected('100');
    expect(await gaps()).toMatchObject([{ reason: 'not_listed', until: START + HOUR }]);
  });
});

describe('backfill', () => {
  it('goes back to the oldest gap that is not yet backfilled', async () => {
    const known = { heard_at: START - HOUR, missed_since: START - 2 * HOUR };
    const { attendance, db, idle } = await prepare(known);
    expect(attendance.connected('100')).toBe(START - 2 * HOUR);
    attendance.connectionLost();
    expect(attendance.connected('100')).toBe(START - 2 * HOUR);
    attendance.backfillCompleted('100');
    await idle();
    expect(await channelOf(db, '100')).not.toHaveProperty('missed_since');
    attendance.connectionLost();
    expect(attendance.connected('100')).toBe(START);
  });

  it('has no start for a streamer that is heard for the first time', async () => {
    const { attendance, gaps } = await prepare();
    expect(attendance.connected('100')).toBeNull();
    expect(await gaps()).toEqual([]);
  });
});

describe('stop', () => {
  it('stores the reason', async () => {
    const { attendance, heard, storedReason } = await prepare();
    attendance.connected('100');
    attendance.stop('other_favorite');
    expect([await heard(), await storedReason()]).toEqual([START, 'other_favorite']);
  });

  it('keeps the reason of a gap that had already started when the listener restarts', async () => {
    const { attendance, heard, storedReason } = await prepare({
      heard_at: START - HOUR,
      paused_for: 'signed_out',
    });
    attendance.stop('disconnected');
    expect([await heard(), await storedReason()]).toEqual([START - HOUR, 'signed_out']);
  });

  it('stores nothing before listening has ever started', async () => {
    const { attendance, writes } = await prepare();
    attendance.stop('other_favorite');
    attendance.remove('100', 'not_listed');
    expect(writes).toEqual([]);
  });
});

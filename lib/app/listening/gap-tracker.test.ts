import { describe, expect, it } from 'vitest';
import { channelOf, storeStreamer } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { newestGaps } from '@/lib/db/history/gaps';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { createSerialQueue } from '@/lib/serial-queue';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { createFakeClock, START } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { freshDatabase } from '@/tests/support/fresh-database';
import { createGapTracker, IN_FLIGHT_MS } from './gap-tracker';

/** The attendance of one worker, over what was known before it. */
async function attending(known: Partial<ChannelRecord> = {}, db: Database = freshDatabase()) {
  await storeStreamer(db, DEMO_STREAMER);
  await db.channels.update('100', known);
  const clock = createFakeClock();
  const { enqueue: keep, idle: done } = createSerialQueue(createFakeLog());
  const notes: string[] = [];
  const missed: (number | null)[] = [];
  const told = { gaps: 0 };
  const log = { unwrittenSince: null as number | null };
  const attendance = createGapTracker({
    db,
    clock,
    keep: (what, step) => {
      notes.push(what);
      keep(what, step);
    },
    known: { ...DEMO_STREAMER, ...NOTHING_KNOWN, ...known },
    unwrittenSince: () => log.unwrittenSince,
    present: (since) => missed.push(since),
    gapRecorded: () => {
      told.gaps += 1;
    },
  });
  const channel = async () => {
    await done();
    return await channelOf(db, '100');
  };
  /** Twitch says something every so often, for that long. */
  const listen = (ms: number, everyMs = SECOND) => {
    for (let left = ms; left > 0; left -= everyMs) {
      clock.sleep(everyMs);
      attendance.heard(clock.now());
    }
  };
  return { attendance, clock, db, log, notes, missed, told, channel, listen };
}

describe('while listening', () => {
  it('is noted at most every ten seconds, however much is heard', async () => {
    const { attendance, listen, notes, channel } = await attending();
    attendance.begin();
    listen(30 * SECOND, SECOND / 20);
    expect(await channel()).toMatchObject({ heard_at: START + 30 * SECOND - IN_FLIGHT_MS });
    // One as it began, and one for each ten of thirty seconds.
    expect(notes).toHaveLength(4);
  });

  it('what is heard before everything was asked for does not count', async () => {
    const { attendance, clock, channel } = await attending({ heard_at: START - HOUR });
    clock.sleep(SECOND);
    attendance.heard(clock.now());
    expect((await channel())?.heard_at).toBe(START - HOUR);
  });

  it('said twice, begins once', async () => {
    const { attendance, missed, told, channel } = await attending({ heard_at: START - HOUR });
    attendance.begin();
    attendance.begin();
    await channel();
    expect([missed, told.gaps]).toEqual([[START - HOUR], 1]);
  });

  it('is noted on where the clock was set back', async () => {
    const { attendance, clock, channel } = await attending();
    attendance.begin();
    clock.sleep(-HOUR);
    attendance.heard(clock.now());
    expect((await channel())?.heard_at).toBe(START - HOUR - IN_FLIGHT_MS);
  });
});

describe('what is certain to have been heard', () => {
  it('leaves out the moments in which an event may still have been on its way', async () => {
    const { attendance, listen, channel } = await attending();
    attendance.begin();
    listen(MINUTE);
    attendance.lose();
    expect((await channel())?.heard_at).toBe(START + MINUTE - IN_FLIGHT_MS);
  });

  it('does not reach back to before anybody listened', async () => {
    const { attendance, listen, channel } = await attending();
    attendance.begin();
    listen(3 * SECOND);
    attendance.lose();
    expect((await channel())?.heard_at).toBe(START);
  });

  it.each(['lose', 'stop', 'nothing'] as const)(
    'ends before what is not in the log yet (then: %s)',
    async (end) => {
      const { attendance, listen, log, channel } = await attending();
      attendance.begin();
      listen(MINUTE);
      log.unwrittenSince = START + MINUTE;
      listen(HOUR);
      if (end === 'lose') attendance.lose();
      if (end === 'stop') attendance.stop('signed_out');
      expect((await channel())?.heard_at).toBe(START + MINUTE - IN_FLIGHT_MS);
      log.unwrittenSince = null;
      listen(10 * SECOND);
      if (end !== 'nothing') return;
      expect((await channel())?.heard_at).toBe(START + HOUR + MINUTE + 10 * SECOND - IN_FLIGHT_MS);
    },
  );
});

/** What a worker that was killed leaves to the next one, and the gaps that this one tells of. */
describe('a worker that is killed at any moment', () => {
  it.each([1, 5, 9, 10, 11, 19, 20, 25, 61])(
    'after %i seconds leaves a gap from no later than what it may have lost',
    async (seconds) => {
      const first = await attending();
      first.attendance.begin();
      first.listen(seconds * SECOND);
      const known = await first.channel();
      const second = await attending(known ?? {}, first.db);
      second.clock.sleep(HOUR);
      second.attendance.begin();
      await second.channel();
      const [gap] = await newestGaps(first.db, '100', 0, 2);
      // What came last was sent a moment before, and is not in the log.
      const lost = Math.max(START, START + (seconds - 2) * SECOND);
      expect(gap?.from).toBeLessThanOrEqual(lost);
      expect(gap?.from).toBeGreaterThanOrEqual(lost - 2 * 10 * SECOND);
      expect(gap?.until).toBe(START + HOUR);
    },
  );
});

describe('what was missed', () => {
  it('goes back to the first pause that nobody has looked through', async () => {
    const before = { heard_at: START - HOUR, missed_since: START - 2 * HOUR };
    const { attendance, missed, channel } = await attending(before);
    attendance.begin();
    attendance.lose();
    attendance.begin();
    attendance.caughtUp();
    expect(await channel()).not.toHaveProperty('missed_since');
    attendance.lose();
    attendance.begin();
    expect(missed).toEqual([START - 2 * HOUR, START - 2 * HOUR, START]);
  });
});

describe('listening that is ended on purpose', () => {
  it('says why', async () => {
    const { attendance, channel } = await attending();
    attendance.begin();
    attendance.stop('other_favorite');
    expect(await channel()).toMatchObject({ heard_at: START, paused_for: 'other_favorite' });
  });

  it('only to begin anew leaves a pause that there was already as it is', async () => {
    const known = { heard_at: START - HOUR, paused_for: 'signed_out' } as const;
    const { attendance, channel } = await attending(known);
    attendance.stop('disconnected');
    expect(await channel()).toMatchObject({ heard_at: START - HOUR, paused_for: 'signed_out' });
  });

  it('before the very first listen leaves nothing to say', async () => {
    const { attendance, notes } = await attending();
    attendance.stop('other_favorite');
    expect(notes).toEqual([]);
  });
});

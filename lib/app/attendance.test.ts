import { describe, expect, it } from 'vitest';
import { channelOf, storeStreamer } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { NOTHING_KNOWN } from '@/lib/domain/channel';
import { HOUR, SECOND } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { createFakeClock, START } from '@/tests/support/fake-clock';
import { createFakeLog } from '@/tests/support/fake-log';
import { freshDatabase } from '@/tests/support/fresh-database';
import { createAttendance } from './attendance';
import { createBookkeeping } from './bookkeeping';

/** The attendance of one worker, over what was known before it. */
async function attending(known: Partial<ChannelRecord> = {}, db: Database = freshDatabase()) {
  await storeStreamer(db, DEMO_STREAMER);
  await db.channels.update('100', known);
  const clock = createFakeClock();
  const { keep, done } = createBookkeeping(createFakeLog());
  const notes: string[] = [];
  const missed: (number | null)[] = [];
  const told = { gaps: 0 };
  const attendance = createAttendance({
    db,
    clock,
    keep: (what, step) => {
      notes.push(what);
      keep(what, step);
    },
    known: { ...DEMO_STREAMER, ...NOTHING_KNOWN, ...known },
    present: (since) => missed.push(since),
    gapRecorded: () => {
      told.gaps += 1;
    },
  });
  const channel = async () => {
    await done();
    return await channelOf(db, '100');
  };
  return { attendance, clock, db, notes, missed, told, channel };
}

describe('while listening', () => {
  it('is noted at most every ten seconds, however much is heard', async () => {
    const { attendance, clock, notes, channel } = await attending();
    attendance.begin();
    for (let frame = 0; frame < 600; frame += 1) {
      clock.sleep(SECOND / 20);
      attendance.heard();
    }
    expect(await channel()).toMatchObject({ heard_at: START + 30 * SECOND });
    // One as it began, and one for each ten of thirty seconds.
    expect(notes).toHaveLength(4);
  });

  it('what is heard before everything was asked for does not count', async () => {
    const { attendance, clock, channel } = await attending({ heard_at: START - HOUR });
    clock.sleep(SECOND);
    attendance.heard();
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
    attendance.heard();
    expect((await channel())?.heard_at).toBe(START - HOUR);
  });
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

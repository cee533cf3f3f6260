import { describe, expect, it, vi } from 'vitest';
import { readAttendance } from '@/lib/db/attendance';
import { channelOf } from '@/lib/db/channels';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { START } from '@/tests/support/fakes/fake-clock';
import { type RunningAttendance, runAttendance } from '@/tests/support/running/running-attendance';
import { IN_FLIGHT_MS } from './presence';

const IDS = ['100', '101', '102'];

/** Creates the attendance of a worker that receives everything of three streamers. */
async function connectThree(): Promise<RunningAttendance> {
  const running = await runAttendance();
  for (const id of IDS) await running.add(id);
  for (const id of IDS) running.attendance.connected(id);
  await running.idle();
  running.receiveFrames(MINUTE);
  await running.idle();
  return running;
}

const COMPLETE = START + MINUTE - IN_FLIGHT_MS;

describe('a pause of the connection', () => {
  it('is one record, although the streamers connect one after another', async () => {
    const { attendance, clock, db, recorded, idle } = await connectThree();
    attendance.connectionLost();
    for (const id of IDS) {
      clock.sleep(SECOND);
      attendance.connected(id);
      await idle();
    }
    expect(await db.gaps.toArray()).toEqual([
      {
        seq: 1,
        from: COMPLETE,
        reason: 'disconnected',
        ends: IDS.map((id, index) => [id, START + MINUTE + (index + 1) * SECOND]),
      },
    ]);
    expect(recorded).toEqual([['100'], ['101'], ['102']]);
  });

  it('is one record, too, if the worker is killed in it', async () => {
    const first = await connectThree();
    first.attendance.connectionLost();
    first.clock.sleep(SECOND);
    first.attendance.connected('100');
    first.receiveFrames(2 * MINUTE);
    await first.idle();
    const second = await runAttendance(first.db);
    second.clock.sleep(HOUR);
    for (const id of IDS) await second.add(id);
    for (const id of IDS) second.attendance.connected(id);
    expect(await second.gaps('100')).toMatchObject([
      { from: START + 3 * MINUTE + SECOND - IN_FLIGHT_MS, until: START + HOUR },
      { from: COMPLETE, until: START + MINUTE + SECOND },
    ]);
    expect(await second.gaps('101')).toMatchObject([{ from: COMPLETE, until: START + HOUR }]);
    expect(await first.db.gaps.count()).toBe(3);
  });

  it('is stored later if it cannot be stored now, and does not end before', async () => {
    const { attendance, clock, db, recorded, gaps, heard, receiveFrames } = await connectThree();
    attendance.connectionLost();
    clock.sleep(MINUTE);
    expect(await heard()).toBe(COMPLETE);
    vi.spyOn(db.gaps, 'bulkPut').mockRejectedValue(new DOMException('full'));
    for (const id of IDS) attendance.connected(id);
    expect(await heard()).toBe(COMPLETE);
    receiveFrames(MINUTE);
    expect([await heard(), recorded]).toEqual([COMPLETE, []]);
    vi.restoreAllMocks();
    receiveFrames(10 * SECOND);
    expect(await gaps('102')).toMatchObject([{ from: COMPLETE, until: START + 2 * MINUTE }]);
    expect(recorded).toEqual([IDS]);
    expect(await heard()).toBe(START + 3 * MINUTE + 10 * SECOND - IN_FLIGHT_MS);
  });
});

describe('one streamer', () => {
  it('may be lost although the connection stands', async () => {
    const { attendance, receiveFrames, heard, gaps } = await connectThree();
    attendance.lost('101');
    attendance.lost('101');
    receiveFrames(MINUTE);
    expect([await heard('100'), await heard('101')]).toEqual([COMPLETE + MINUTE, COMPLETE]);
    attendance.connectionLost();
    expect(await heard('101')).toBe(COMPLETE);
    for (const id of IDS) attendance.connected(id);
    expect(await gaps('101')).toMatchObject([{ from: COMPLETE, until: START + 2 * MINUTE }]);
    expect(await gaps('100')).toMatchObject([{ from: COMPLETE + MINUTE }]);
  });

  it('is no part of the record after its removal', async () => {
    const { attendance, clock, db, heard, gaps, idle, add } = await connectThree();
    attendance.remove('101', 'not_listed');
    await idle();
    expect((await readAttendance(db))?.groups).toEqual([
      { heard_at: COMPLETE, streamer_ids: ['100', '102'] },
    ]);
    expect(await channelOf(db, '101')).toMatchObject({
      heard_at: COMPLETE,
      paused_for: 'not_listed',
    });
    clock.sleep(HOUR);
    await add('101');
    attendance.connected('101');
    expect(await gaps('101')).toMatchObject([
      { from: COMPLETE, until: START + MINUTE + HOUR, reason: 'not_listed' },
    ]);
    expect(await heard('101')).toBe(START + MINUTE + HOUR);
  });

  it('may come back before its removal is stored', async () => {
    const { attendance, db, gaps, clock } = await connectThree();
    const known = await channelOf(db, '101');
    if (known === null) throw new Error('The streamer is not stored.');
    attendance.remove('101', 'not_listed');
    clock.sleep(SECOND);
    attendance.add(known, { keepsMissed: true });
    expect(attendance.connected('101')).toBe(COMPLETE);
    expect(await gaps('101')).toMatchObject([
      { from: COMPLETE, until: START + MINUTE + SECOND, reason: 'not_listed' },
    ]);
    expect((await channelOf(db, '101'))?.missed_since).toBe(COMPLETE);
  });

  it('is not known before it is added', async () => {
    const { attendance, writes } = await runAttendance();
    expect(attendance.connected('100')).toBeNull();
    attendance.lost('100');
    attendance.remove('100', 'not_listed');
    attendance.backfillCompleted('100');
    expect(writes).toEqual([]);
  });
});

describe('a streamer without a backfill', () => {
  it('has gaps, but no time to backfill is stored', async () => {
    const { attendance, add, db, gaps } = await runAttendance();
    await add('100', { heard_at: START - HOUR }, false);
    expect(attendance.connected('100')).toBeNull();
    expect(await gaps()).toHaveLength(1);
    expect(await channelOf(db, '100')).not.toHaveProperty('missed_since');
  });

  it('can become one with a backfill, of what it missed as one before', async () => {
    const { attendance, add } = await runAttendance();
    await add('100', { heard_at: START - MINUTE, missed_since: START - HOUR }, false);
    expect(attendance.connected('100')).toBeNull();
    await add('100');
    expect(attendance.connected('100')).toBe(START - HOUR);
  });
});

describe('streamers of an earlier worker', () => {
  it('that are not served any more move to their channels with the first write', async () => {
    const first = await connectThree();
    first.attendance.stop('signed_out');
    await first.idle();
    const second = await runAttendance(first.db);
    second.clock.sleep(HOUR);
    await second.add('102');
    await second.add('103');
    second.attendance.connected('103');
    await second.idle();
    for (const id of ['100', '101']) {
      expect(await channelOf(first.db, id)).toMatchObject({
        heard_at: COMPLETE,
        paused_for: 'signed_out',
      });
    }
    expect((await readAttendance(first.db))?.groups).toEqual([
      { heard_at: COMPLETE, reason: 'signed_out', streamer_ids: ['102'] },
      { heard_at: START + HOUR, streamer_ids: ['103'] },
    ]);
    // One that is added later is found all the same.
    await second.add('100');
    second.attendance.connected('100');
    expect(await second.gaps('100')).toMatchObject([{ reason: 'signed_out' }]);
  });
});

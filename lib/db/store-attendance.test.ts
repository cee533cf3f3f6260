import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gap } from '@/lib/domain/history/gap';
import { SECOND } from '@/lib/time';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { heardUntil, readAttendance } from './attendance';
import { channelOf, markBackfilled, storeStreamer } from './channels';
import type { Database } from './database';
import { storeAttendance } from './store-attendance';

let db: Database;

beforeEach(async () => {
  db = freshDatabase();
  await storeStreamer(db, DEMO_STREAMER);
  await storeStreamer(db, OTHER_STREAMER);
});

/** A gap of the demo streamer, in seconds after the start. */
function gap(from: number, until: number): Gap {
  const times = { from: START + from * SECOND, until: START + until * SECOND };
  return { streamer_id: '100', reason: 'disconnected', ...times };
}

describe('storeAttendance', () => {
  it('replaces the record of before', async () => {
    expect(await readAttendance(db)).toBeNull();
    const groups = [{ heard_at: START, streamer_ids: ['100', '101'] }];
    await storeAttendance(db, { groups });
    await storeAttendance(db, { groups: [] });
    await storeAttendance(db, { groups });
    expect(await readAttendance(db)).toMatchObject({ groups });
    expect(await db.attendance.count()).toBe(1);
  });

  it('stores the gap and the record together, or neither', async () => {
    await storeAttendance(db, { groups: [{ heard_at: START, streamer_ids: ['100'] }] });
    vi.spyOn(db.attendance, 'put').mockRejectedValue(new DOMException('full'));
    const groups = [{ heard_at: START + 90 * SECOND, streamer_ids: ['100'] }];
    const gaps = [gap(0, 90)];
    await expect(storeAttendance(db, { groups, gaps, missedBy: ['100'] })).rejects.toThrow();
    expect(await heardUntil(db, '100')).toBe(START);
    expect(await db.gaps.count()).toBe(0);
    expect(await channelOf(db, '100')).not.toHaveProperty('missed_since');
    vi.restoreAllMocks();
    await storeAttendance(db, { groups, gaps, missedBy: ['100'] });
    expect(await heardUntil(db, '100')).toBe(START + 90 * SECOND);
    expect(await db.gaps.count()).toBe(1);
    expect(await channelOf(db, '100')).toMatchObject({ missed_since: START });
  });

  it('keeps the start of the missed time until the backfill is done', async () => {
    const store = async (one: Gap) =>
      await storeAttendance(db, { groups: [], gaps: [one], missedBy: ['100'] });
    await store(gap(0, 90));
    await store(gap(300, 390));
    expect((await channelOf(db, '100'))?.missed_since).toBe(START);
    await markBackfilled(db, '100');
    await store(gap(600, 690));
    expect((await channelOf(db, '100'))?.missed_since).toBe(START + 600 * SECOND);
  });

  it('keeps no missed time of those who need none', async () => {
    await storeAttendance(db, { groups: [], gaps: [gap(0, 90)] });
    expect(await channelOf(db, '100')).not.toHaveProperty('missed_since');
  });

  it('moves the times of those who have left to their channels', async () => {
    const move = async (streamerId: string, pausedFor: 'not_listed' | null) =>
      await storeAttendance(db, {
        groups: [],
        left: [{ streamerId, heardAt: START, pausedFor }],
      });
    await move('100', 'not_listed');
    await move('101', 'not_listed');
    await move('101', null);
    expect(await channelOf(db, '100')).toMatchObject({ heard_at: START, paused_for: 'not_listed' });
    expect(await channelOf(db, '101')).not.toHaveProperty('paused_for');
  });
});

describe('heardUntil', () => {
  it('returns the time of the record, else that of the channel', async () => {
    expect(await heardUntil(db, '100')).toBeNull();
    await db.channels.update('100', { heard_at: START });
    expect(await heardUntil(db, '100')).toBe(START);
    await storeAttendance(db, { groups: [{ heard_at: START + 1, streamer_ids: ['101', '100'] }] });
    expect(await heardUntil(db, '100')).toBe(START + 1);
    expect(await heardUntil(db, 'nobody')).toBeNull();
  });
});

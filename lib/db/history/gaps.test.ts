import { beforeEach, describe, expect, it } from 'vitest';
import type { Gap } from '@/lib/domain/history/gap';
import { MINUTE, SECOND } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { countWork } from '@/tests/support/database/counted-work';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { deleteHistory, recordEvents } from './events';
import { recordGaps } from './gaps';
import { newestGaps } from './newest-gaps';

// In one file, though long: all of it reads gaps as `gaps` writes them down.

let db: Database;

beforeEach(() => {
  db = freshDatabase();
});

/** A gap of the streamer, in seconds after the start. */
function gap(from: number, until: number, other: Partial<Gap> = {}): Gap {
  const times = { from: START + from * SECOND, until: START + until * SECOND };
  return { streamer_id: '100', reason: 'disconnected', ...times, ...other };
}

/** Returns all gaps, oldest first, in seconds after the start. */
async function gaps(): Promise<[from: number, until: number, reason: string][]> {
  const all = await newestGaps(db, { streamerId: '100', endedAfter: 0, limit: 100 });
  return all
    .toReversed()
    .map(({ from, until, reason }) => [(from - START) / SECOND, (until - START) / SECOND, reason]);
}

async function record(...all: Gap[]): Promise<void> {
  for (const each of all) await recordGaps(db, [each]);
}

describe('a gap', () => {
  it.each<[string, Gap[], [number, number, string][]]>([
    ['is not stored if it takes no time', [gap(5, 5)], []],
    ['does not overlap the one before', [gap(0, 90), gap(30, 200)], [[0, 200, 'disconnected']]],
    ['is stored once if it is recorded twice', [gap(0, 90), gap(0, 90)], [[0, 90, 'disconnected']]],
    [
      'extends the one before if that ended less than a minute ago',
      [gap(0, 10), gap(69, 90), gap(149, 155)],
      [[0, 155, 'disconnected']],
    ],
    [
      'is separate if it follows a minute later',
      [gap(0, 10), gap(70, 90)],
      [
        [0, 10, 'disconnected'],
        [70, 90, 'disconnected'],
      ],
    ],
    [
      'has the reason of its longest part',
      [gap(0, 10), gap(20, 900, { reason: 'not_running' }), gap(905, 910)],
      [[0, 910, 'not_running']],
    ],
  ])('%s', async (_what, recorded, expected) => {
    await record(...recorded);
    expect(await gaps()).toEqual(expected);
  });

  it('ends at a received event, but not at a backfilled one', async () => {
    const created_at = START + 15 * SECOND;
    await recordEvents(db, [
      aCheer({ created_at, found_at: START }),
      aCheer({ created_at, streamer_id: '101' }),
    ]);
    await record(gap(0, 10), gap(20, 30));
    expect(await gaps()).toEqual([[0, 30, 'disconnected']]);
    await recordEvents(db, [aCheer({ created_at: START + 35 * SECOND })]);
    await record(gap(40, 50));
    expect(await gaps()).toEqual([
      [0, 30, 'disconnected'],
      [40, 50, 'disconnected'],
    ]);
  });

  it('is separate if an event was received in the last moments before it', async () => {
    await record(gap(0, 10));
    await recordEvents(db, [aCheer({ created_at: START + 25 * SECOND })]);
    await record(gap(20, 90));
    expect(await gaps()).toEqual([
      [0, 10, 'disconnected'],
      [20, 90, 'disconnected'],
    ]);
  });

  it('is deleted with the history', async () => {
    await record(gap(0, 10));
    await deleteHistory(db);
    expect(await gaps()).toEqual([]);
  });
});

describe('a pause of several streamers', () => {
  /** Returns all records: the start and ends in seconds after the start. */
  const records = async () =>
    (await db.gaps.orderBy('from').toArray()).map(({ from, reason, ends }) => [
      (from - START) / SECOND,
      reason,
      Object.fromEntries(ends.map(([id, until]) => [id, (until - START) / SECOND])),
    ]);
  const other = (from: number, until: number, more: Partial<Gap> = {}) =>
    gap(from, until, { streamer_id: '101', ...more });

  it('has one record, whether it ends for all at once or one after another', async () => {
    await recordGaps(db, [gap(0, 90), other(0, 90)]);
    await record(gap(0, 95, { streamer_id: '102' }));
    expect(await records()).toEqual([[0, 'disconnected', { '100': 90, '101': 90, '102': 95 }]]);
    expect(await gaps()).toEqual([[0, 90, 'disconnected']]);
  });

  it('has a record for each start and each reason', async () => {
    await recordGaps(db, [gap(0, 90), other(5, 90), gap(0, 90, { streamer_id: '102' })]);
    await record(gap(0, 90, { streamer_id: '103', reason: 'not_running' }));
    expect(await records()).toEqual([
      [0, 'disconnected', { '100': 90, '102': 90 }],
      [0, 'not_running', { '103': 90 }],
      [5, 'disconnected', { '101': 90 }],
    ]);
  });

  it('grows in one record, which gets another reason for those whose gap has', async () => {
    await recordGaps(db, [gap(0, 10), other(0, 10)]);
    await recordGaps(db, [gap(20, 30), other(20, 32)]);
    expect(await records()).toEqual([[0, 'disconnected', { '100': 30, '101': 32 }]]);
    await record(gap(40, 900, { reason: 'not_running' }));
    expect(await records()).toEqual([
      [0, 'disconnected', { '101': 32 }],
      [0, 'not_running', { '100': 900 }],
    ]);
    await record(other(40, 900, { reason: 'not_running' }));
    expect(await records()).toEqual([[0, 'not_running', { '100': 900, '101': 900 }]]);
  });

  it('grows only for those of whom nothing was received in between', async () => {
    await recordGaps(db, [gap(0, 10), other(0, 10)]);
    await recordEvents(db, [aCheer({ created_at: START + 15 * SECOND, streamer_id: '101' })]);
    await recordGaps(db, [gap(20, 30), other(20, 30)]);
    expect(await records()).toEqual([
      [0, 'disconnected', { '100': 30, '101': 10 }],
      [20, 'disconnected', { '101': 30 }],
    ]);
  });

  it('may contain several gaps of one streamer, the earlier ones first', async () => {
    await recordGaps(db, [gap(0, 10), other(0, 10), gap(200, 210), gap(220, 230)]);
    expect(await records()).toEqual([
      [0, 'disconnected', { '100': 10, '101': 10 }],
      [200, 'disconnected', { '100': 230 }],
    ]);
  });

  it('reads the events in between once for all', async () => {
    const everybody = Array.from({ length: 50 }, (_, index) => `${index}`);
    const pause = (from: number, until: number) =>
      recordGaps(
        db,
        everybody.map((streamer_id) => gap(from, until, { streamer_id })),
      );
    await pause(0, 10);
    await recordEvents(
      db,
      everybody.map((streamer_id) => aCheer({ streamer_id, created_at: START + 15 * SECOND })),
    );
    const work = countWork();
    db.close();
    await db.open();
    const before = work.read;
    await pause(20, 30);
    // The latest record for each of the fifty, and fifty events.
    expect(work.read - before).toBeLessThanOrEqual(101);
    expect(await db.gaps.count()).toBe(2);
  });
});

describe('a gap by a clock that was set back', () => {
  const HOURS = 3600;

  it('begins at the newest received row, by Twitch’s time', async () => {
    await recordEvents(db, [
      aCheer({ created_at: START - 20 * SECOND }),
      aCheer({ created_at: START, streamer_id: '101' }),
      aCheer({ created_at: START, found_at: START }),
    ]);
    expect(await recordGaps(db, [gap(2 * HOURS, 30)])).toEqual([gap(-20, 30)]);
    expect(await gaps()).toEqual([[-20, 30, 'disconnected']]);
  });

  it('ends just after that row if the clock is before it', async () => {
    await recordEvents(db, [aCheer({ created_at: START + HOURS * SECOND })]);
    await record(gap(HOURS + 10, 30));
    expect(await gaps()).toEqual([[HOURS, HOURS + 1 / SECOND, 'disconnected']]);
  });

  it('is not stored if there is no row that it could be above', async () => {
    await record(gap(2 * HOURS, 30));
    expect(await gaps()).toEqual([]);
  });

  it('does not overlap gaps that are in the future', async () => {
    await record(gap(2 * HOURS, 3 * HOURS));
    await record(gap(60, 120), gap(HOURS, 2.5 * HOURS), gap(2.2 * HOURS, 2.6 * HOURS));
    expect(await gaps()).toEqual([
      [60, 120, 'disconnected'],
      [HOURS, 2 * HOURS, 'disconnected'],
      [2 * HOURS, 3 * HOURS, 'disconnected'],
    ]);
  });
});

describe('newestGaps', () => {
  it('returns the newest gaps of a streamer that ended after a time', async () => {
    const MINUTES = MINUTE / SECOND;
    await record(...[0, 10, 20, 30].map((from) => gap(from * MINUTES, (from + 5) * MINUTES)));
    await record(gap(0, 5, { streamer_id: '101' }));
    const newest = await newestGaps(db, {
      streamerId: '100',
      endedAfter: START + 5 * MINUTE,
      limit: 2,
    });
    expect(newest.map(({ from }) => (from - START) / MINUTE)).toEqual([30, 20]);
    expect(
      await newestGaps(db, { streamerId: '100', endedAfter: START + 5 * MINUTE, limit: 9 }),
    ).toHaveLength(3);
  });
});

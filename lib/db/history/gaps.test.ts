import { beforeEach, describe, expect, it } from 'vitest';
import type { Gap } from '@/lib/domain/history/gap';
import { MINUTE, SECOND } from '@/lib/time';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/builders/accounts';
import { aCheer } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { channelOf, markBackfilled, storeListenedUntil, storeStreamer } from '../channels';
import type { Database } from '../database';
import { deleteHistory, recordEvents } from './events';
import { recordGap } from './gaps';
import { newestGaps } from './newest-gaps';

let db: Database;

beforeEach(async () => {
  db = freshDatabase();
  await storeStreamer(db, DEMO_STREAMER);
  await storeStreamer(db, OTHER_STREAMER);
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
  for (const each of all) await recordGap(db, each);
}

describe('a gap', () => {
  it('is stored together with the times of listening and backfill of the channel', async () => {
    await storeListenedUntil(db, '100', START, 'signed_out');
    await record(gap(0, 90, { reason: 'signed_out' }));
    expect(await gaps()).toEqual([[0, 90, 'signed_out']]);
    const channel = await channelOf(db, '100');
    expect(channel).toMatchObject({ heard_at: START + 90 * SECOND, missed_since: START });
    expect(channel).not.toHaveProperty('paused_for');
  });

  it('keeps the start of the missed time until the backfill is done', async () => {
    await record(gap(0, 90), gap(300, 390));
    expect((await channelOf(db, '100'))?.missed_since).toBe(START);
    await markBackfilled(db, '100');
    await record(gap(600, 690));
    expect((await channelOf(db, '100'))?.missed_since).toBe(START + 600 * SECOND);
  });

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

describe('a gap by a clock that was set back', () => {
  const HOURS = 3600;

  it('begins at the newest received row, by Twitch’s time', async () => {
    await recordEvents(db, [
      aCheer({ created_at: START - 20 * SECOND }),
      aCheer({ created_at: START, streamer_id: '101' }),
      aCheer({ created_at: START, found_at: START }),
    ]);
    await record(gap(2 * HOURS, 30));
    expect(await gaps()).toEqual([[-20, 30, 'disconnected']]);
    expect(await channelOf(db, '100')).toMatchObject({
      heard_at: START + 30 * SECOND,
      missed_since: START - 20 * SECOND,
    });
  });

  it('ends just after that row if the clock is before it', async () => {
    await recordEvents(db, [aCheer({ created_at: START + HOURS * SECOND })]);
    await record(gap(HOURS + 10, 30));
    expect(await gaps()).toEqual([[HOURS, HOURS + 1 / SECOND, 'disconnected']]);
    expect((await channelOf(db, '100'))?.heard_at).toBe(START + 30 * SECOND);
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

import { beforeEach, describe, expect, it } from 'vitest';
import type { Gap } from '@/lib/domain/history/gap';
import { MINUTE, SECOND } from '@/lib/time';
import { DEMO_STREAMER, OTHER_STREAMER } from '@/tests/support/accounts';
import { aCheer } from '@/tests/support/events';
import { START } from '@/tests/support/fake-clock';
import { freshDatabase } from '@/tests/support/fresh-database';
import { channelOf, noteCaughtUp, noteHeard, storeStreamer } from '../channels';
import type { Database } from '../database';
import { deleteHistory, recordEvents } from './events';
import { newestGaps, recordGap } from './gaps';

let db: Database;

beforeEach(async () => {
  db = freshDatabase();
  await storeStreamer(db, DEMO_STREAMER);
  await storeStreamer(db, OTHER_STREAMER);
});

/** A gap of the streamer's, in seconds after the start. */
function gap(from: number, until: number, other: Partial<Gap> = {}): Gap {
  const times = { from: START + from * SECOND, until: START + until * SECOND };
  return { streamer_id: '100', reason: 'disconnected', ...times, ...other };
}

/** The gaps there are, from the oldest on, in seconds after the start. */
async function gaps(): Promise<[from: number, until: number, reason: string][]> {
  const all = await newestGaps(db, '100', 0, 100);
  return all
    .toReversed()
    .map(({ from, until, reason }) => [(from - START) / SECOND, (until - START) / SECOND, reason]);
}

async function record(...all: Gap[]): Promise<void> {
  for (const one of all) await recordGap(db, one);
}

describe('a gap', () => {
  it('is stored with the streamer being heard again, and with what is to be found of it', async () => {
    await noteHeard(db, '100', START, 'signed_out');
    await record(gap(0, 90, { reason: 'signed_out' }));
    expect(await gaps()).toEqual([[0, 90, 'signed_out']]);
    const channel = await channelOf(db, '100');
    expect(channel).toMatchObject({ heard_at: START + 90 * SECOND, missed_since: START });
    expect(channel).not.toHaveProperty('paused_for');
  });

  it('leaves open since when something is missed until that was found out', async () => {
    await record(gap(0, 90), gap(300, 390));
    expect((await channelOf(db, '100'))?.missed_since).toBe(START);
    await noteCaughtUp(db, '100');
    await record(gap(600, 690));
    expect((await channelOf(db, '100'))?.missed_since).toBe(START + 600 * SECOND);
  });

  it.each<[string, Gap[], [number, number, string][]]>([
    ['of no time at all is none', [gap(5, 5)], []],
    ['never overlaps the one before', [gap(0, 90), gap(30, 200)], [[0, 200, 'disconnected']]],
    ['that is told twice is one', [gap(0, 90), gap(0, 90)], [[0, 90, 'disconnected']]],
    [
      'that follows in less than a minute makes the one before grow',
      [gap(0, 10), gap(69, 90), gap(149, 155)],
      [[0, 155, 'disconnected']],
    ],
    [
      'that follows a minute later stands for itself',
      [gap(0, 10), gap(70, 90)],
      [
        [0, 10, 'disconnected'],
        [70, 90, 'disconnected'],
      ],
    ],
    [
      'bears the reason of its longest part',
      [gap(0, 10), gap(20, 900, { reason: 'not_running' }), gap(905, 910)],
      [[0, 910, 'not_running']],
    ],
  ])('%s', async (_what, recorded, expected) => {
    await record(...recorded);
    expect(await gaps()).toEqual(expected);
  });

  it('ends where something was heard, though not where it was found later', async () => {
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

  it('that follows what was heard up to its last moments stands for itself', async () => {
    await record(gap(0, 10));
    await recordEvents(db, [aCheer({ created_at: START + 25 * SECOND })]);
    await record(gap(20, 90));
    expect(await gaps()).toEqual([
      [0, 10, 'disconnected'],
      [20, 90, 'disconnected'],
    ]);
  });

  it('goes with the history', async () => {
    await record(gap(0, 10));
    await deleteHistory(db);
    expect(await gaps()).toEqual([]);
  });
});

describe('a gap by a clock that was set back', () => {
  const HOURS = 3600;

  it('meanwhile begins at the newest row that was heard, by Twitch’s time', async () => {
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

  it('meanwhile, to before that row, stands above it all the same', async () => {
    await recordEvents(db, [aCheer({ created_at: START + HOURS * SECOND })]);
    await record(gap(HOURS + 10, 30));
    expect(await gaps()).toEqual([[HOURS, HOURS + 1 / SECOND, 'disconnected']]);
    expect((await channelOf(db, '100'))?.heard_at).toBe(START + 30 * SECOND);
  });

  it('meanwhile is none where there is nothing that it could stand above', async () => {
    await record(gap(2 * HOURS, 30));
    expect(await gaps()).toEqual([]);
  });

  it('is told beside those that lie ahead, and overlaps none', async () => {
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
  it("are one streamer's, those that ended after a time, newest first, and no more than asked for", async () => {
    const MINUTES = MINUTE / SECOND;
    await record(...[0, 10, 20, 30].map((from) => gap(from * MINUTES, (from + 5) * MINUTES)));
    await record(gap(0, 5, { streamer_id: '101' }));
    const newest = await newestGaps(db, '100', START + 5 * MINUTE, 2);
    expect(newest.map(({ from }) => (from - START) / MINUTE)).toEqual([30, 20]);
    expect(await newestGaps(db, '100', START + 5 * MINUTE, 9)).toHaveLength(3);
  });
});

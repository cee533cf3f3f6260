import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { NOTHING_SEEN, type Seen } from '@/lib/domain/history/seen';
import { MAX_AWAY_ROWS } from '@/lib/domain/view/away';
import { MINUTE } from '@/lib/time';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { aBomb, aCheer, aGift, aSub } from '@/tests/support/builders/events';
import { countReads } from '@/tests/support/database/counted-reads';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { readAway } from './away';

const at = (minutes: number) => ({ created_at: START + minutes * MINUTE });

/** Records so many subs, one each minute from the start on. */
async function recordSubs(db: Database, count: number, streamer_id = '100'): Promise<void> {
  const minutes = Array.from({ length: count }, (_, minute) => minute);
  await recordEvents(
    db,
    minutes.map((minute) => aSub({ id: `${streamer_id}-${minute}`, streamer_id, ...at(minute) })),
  );
}

/** The newest of six rows was on screen. */
const NEWEST = { streamerId: '100', upTo: 6, at: at(5).created_at, seq: 6 };

interface Options {
  seen?: Seen;
  /** Minutes after the start. */
  now?: number;
  filter?: Filter;
  streamerIds?: string[];
}

async function read(
  db: Database,
  { seen = NOTHING_SEEN, now = 60, filter = DEFAULT_FILTER, streamerIds = ['100'] }: Options = {},
) {
  const { created_at } = at(now);
  return await readAway(db, { streamerIds, filterOf: () => filter, seen, now: created_at });
}

describe('there is nothing to sum up', () => {
  it.each<[when: string, count: number, options: Options]>([
    ['without rows', 0, {}],
    ['with four new rows', 4, {}],
    ['if the oldest new row is not half an hour old', 6, { now: 29 }],
    ['if everything was seen', 6, { seen: { ...NOTHING_SEEN, upTo: 6 } }],
    ['if the newest row was on screen', 6, { seen: { ...NOTHING_SEEN, parts: [NEWEST] } }],
    ['if the filter leaves too little', 6, { filter: { ...DEFAULT_FILTER, hidden: ['subs'] } }],
  ])('%s', async (_when, count, options) => {
    const db = freshDatabase();
    await recordSubs(db, count);
    expect(await read(db, options)).toBeNull();
  });
});

it('sums up the rows above the newest one that was seen', async () => {
  const db = freshDatabase();
  await recordSubs(db, 12);
  const seen = { ...NOTHING_SEEN, of: { 100: 5 } };
  const away = await read(db, { seen });
  expect(away).toMatchObject({ rows: 7, hasMore: false, counts: { subs: 7 }, newestSeq: 12 });
  expect(away?.since).toBe(at(5).created_at);
  // Rows further down that were never on screen are older than the last look.
  const part = { streamerId: '100', upTo: 6, at: at(4).created_at, seq: 5 };
  expect(await read(db, { seen: { ...NOTHING_SEEN, parts: [part] } })).toMatchObject({ rows: 6 });
});

it('counts a gift bomb as one row with all of its gifts', async () => {
  const db = freshDatabase();
  await recordSubs(db, 5);
  await recordEvents(db, [aBomb('b', 30, at(6)), aGift('b', 0, at(6)), aGift('b', 1, at(6))]);
  const away = await read(db);
  expect(away).toMatchObject({ rows: 6, counts: { subs: 5, gifts: 30 } });
  expect(away?.biggest).toMatchObject([{ kind: 'community_gift', weight: 'moment' }]);
});

it('has the gaps since then and the start of the recording, for a single streamer', async () => {
  const db = freshDatabase();
  await recordSubs(db, 6);
  await recordSubs(db, 6, '101');
  const recordings = [{ id: '77', startedAt: at(-5).created_at, endsAt: null }];
  await db.channels.put({ ...NOTHING_KNOWN, ...DEMO_STREAMER, recordings });
  const gap = (from: number, until: number) => ({
    streamer_id: '100',
    reason: 'not_running' as const,
    from: at(from).created_at,
    until: at(until).created_at,
  });
  await recordGaps(db, [gap(-20, -10), gap(2, 4)]);
  expect(await read(db)).toMatchObject({
    gaps: [{ from: at(2).created_at }],
    start: { videoId: '77', seconds: 0 },
  });
  expect(await read(db, { streamerIds: ['100', '101'] })).toMatchObject({
    rows: 12,
    gaps: [],
    start: null,
  });
});

it('stops counting at a thousand rows', async () => {
  const db = freshDatabase();
  await recordSubs(db, MAX_AWAY_ROWS);
  expect(await read(db, { now: 5000 })).toMatchObject({ rows: 1000, hasMore: false });
  await recordEvents(db, [aCheer(at(2000))]);
  expect(await read(db, { now: 5000 })).toMatchObject({ rows: 1000, hasMore: true });
});

it('reads little of a long history that was seen', async () => {
  const db = freshDatabase();
  await recordSubs(db, 900);
  const count = countReads();
  await read(db, { now: 5000, seen: { ...NOTHING_SEEN, upTo: 890 } });
  expect(count.reads).toBeLessThan(60);
});

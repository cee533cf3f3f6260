import { prune } from '@/lib/app/history/prune';
import { createDatabase, type Database } from '@/lib/db/database';
import { countRowsAfter } from '@/lib/db/feed/count-rows';
import { readFeed } from '@/lib/db/feed/feed';
import { countsByStreamer } from '@/lib/db/history/counts';
import { recordEvents } from '@/lib/db/history/events';
import { newestSeq } from '@/lib/db/history/newest-seq';
import { oldestEventTime } from '@/lib/db/history/prune';
import { DEFAULT_FILTER, type Filter } from '@/lib/domain/filter/filter';
import { DAY, startOfUtcDay } from '@/lib/time';
import { recordedEvents, STREAMER_ID } from './events';
import { seed } from './seed';

/** A history of one length. */
export interface History {
  db: Database;
  /** The number of events at the begin. */
  size: number;
}

/** Opens the history with so many events, and creates it if it is empty. */
export async function openHistory(size: number): Promise<History> {
  const db = createDatabase(`bench-growth-${size}`);
  await db.open();
  if ((await newestSeq(db)) === 0) await seed(db, size, Date.now());
  return { db, size };
}

const FILTERS: Readonly<Record<string, Filter>> = {
  'newest 10 rows': DEFAULT_FILTER,
  'newest 10, subs and cheers only': { ...DEFAULT_FILTER, subsAndCheersOnly: true },
  'newest 10, most kinds hidden': {
    ...DEFAULT_FILTER,
    hidden: ['subs', 'gifts', 'cheers', 'follows', 'chat', 'channel', 'charity'],
  },
  'newest 10, a least size on every kind': {
    ...DEFAULT_FILTER,
    least: { bits: 500, viewers: 200, months: 12, tier: 2, gifts: 10 },
  },
  'newest 10, least sizes that nothing reaches': {
    ...DEFAULT_FILTER,
    subsAndCheersOnly: true,
    least: { bits: 1e6, viewers: 1e6, months: 1000, tier: 4, gifts: 1e6 },
  },
};

/** How deep in the history older rows are read: 0 is the newest event, 1 the oldest. */
const DEPTHS: readonly number[] = [0.1, 0.5, 0.9];

/** The number of times that something quick is repeated, because the clock has steps of 0.1 ms. */
const REPEATED = 10;

async function timeOf(run: () => Promise<unknown>, times = REPEATED): Promise<number> {
  const start = performance.now();
  for (let time = 0; time < times; time += 1) await run();
  return (performance.now() - start) / times;
}

async function rowAt(db: Database, seq: number): Promise<string> {
  const anchor = await db.events
    .where('seq')
    .aboveOrEqual(seq)
    .filter(({ row_at }) => row_at !== undefined)
    .first();
  return anchor?.id ?? '';
}

async function timesOfReading({ db, size }: History): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  const query = { streamerIds: [STREAMER_ID], limit: 10 };
  for (const [name, filter] of Object.entries(FILTERS)) {
    times[name] = await timeOf(() => readFeed(db, { ...query, filterOf: () => filter }));
  }
  for (const depth of DEPTHS) {
    const before = await rowAt(db, Math.floor(size * (1 - depth)));
    times[`50 older rows, after ${depth * 100} % of the history`] = await timeOf(() =>
      readFeed(db, { ...query, limit: 50, filterOf: () => DEFAULT_FILTER, before }),
    );
  }
  times['both counts'] = await timeOf(() => countsByStreamer(db));
  const after = (await newestSeq(db)) - 20;
  times['unseen rows'] = await timeOf(() =>
    countRowsAfter(db, { streamerId: STREAMER_ID, after, limit: 100 }),
  );
  return times;
}

let written = 0;

async function timeOfWriting({ db }: History): Promise<number> {
  const [event] = recordedEvents(1, 3);
  if (event === undefined) throw new Error('There are no events.');
  return await timeOf(() => {
    written += 1;
    return recordEvents(db, [{ ...event, id: `written-${written}`, created_at: Date.now() }]);
  });
}

/** Prunes the oldest day, and puts it back afterwards. */
async function timeOfPruning({ db }: History): Promise<number> {
  const oldest = (await oldestEventTime(db)) ?? 0;
  const end = startOfUtcDay(oldest) + DAY;
  const events = await db.events.where('created_at').below(end).toArray();
  const counters = await db.counts.toArray();
  const retention = { days: 1, events: null, makeRoom: false };
  const time = await timeOf(() => prune(db, retention, end + DAY), 1);
  await db.events.bulkPut(events);
  await db.counts.bulkPut(counters);
  return time;
}

/** Measures everything once; in milliseconds. */
export async function measureHistory(history: History): Promise<Record<string, number>> {
  return {
    ...(await timesOfReading(history)),
    'one write': await timeOfWriting(history),
    'pruning a day': await timeOfPruning(history),
  };
}

import { createDatabase, type Database } from '@/lib/db/database';
import { spansOfWeekHour } from '@/lib/db/feed/log/week-hour';
import { type LogQuery, type LogStart, readLogRows } from '@/lib/db/feed/log-rows';
import { matchingViewers } from '@/lib/db/feed/search/matching-viewers';
import { newestSeq } from '@/lib/db/history/newest-seq';
import { ALL_TIME } from '@/lib/domain/history/spans';
import { DAY } from '@/lib/time';
import { makeIndex, nameOf, seedLog, wordOf } from './log-seed';

/** A log of one length. */
export interface SeededLog {
  db: Database;
  /** The number of events. */
  size: number;
}

/** Opens the log with so many events, and creates it if it is empty. */
export async function openLog(size: number, isIndexed: boolean): Promise<SeededLog> {
  const db = createDatabase(`bench-log-${size}`);
  await db.open();
  if ((await newestSeq(db)) === 0) await seedLog(db, size, Date.now());
  if (isIndexed) await makeIndex(db);
  return { db, size };
}

const WHOLE = { streamerId: null, viewerId: null, limit: 50 };
/** How deep in the log a page is: 0 is the newest event, 1 the oldest. */
const DEPTHS: readonly number[] = [0, 0.1, 0.4, 0.7];
/** How often each is repeated, because the clock has steps of 0.1 ms. */
const REPEATED = 5;

async function timeOf(run: () => Promise<unknown>, times = REPEATED): Promise<number> {
  const start = performance.now();
  for (let time = 0; time < times; time += 1) await run();
  return (performance.now() - start) / times;
}

/** Returns where to begin at a depth. */
async function startAt({ db, size }: SeededLog, depth: number): Promise<{ from?: LogStart }> {
  if (depth === 0) return {};
  const event = await db.events.get(Math.floor(size * (1 - depth)));
  const place = { at: event?.created_at ?? 0, seq: event?.seq ?? 0 };
  return { from: { direction: 'older', place } };
}

/** Returns milliseconds for a page of 50 rows, by what is asked for: the slowest of all depths. */
export async function measurePages(log: SeededLog): Promise<Record<string, number>> {
  const { db } = log;
  const now = Date.now();
  const weekHour = { weekday: 1, hour: 20 };
  const queries: Record<string, LogQuery> = {
    everybody: WHOLE,
    'one streamer': { ...WHOLE, streamerId: '101' },
    'two kinds': { ...WHOLE, kinds: new Set(['cheer', 'resub'] as const) },
    'two kinds of one streamer': {
      ...WHOLE,
      streamerId: '101',
      kinds: new Set(['cheer', 'resub'] as const),
    },
    'the days before the last month': {
      ...WHOLE,
      spans: [{ from: now - 365 * DAY, until: now - 30 * DAY }],
    },
  };
  const times: Record<string, number> = {};
  for (const [name, query] of Object.entries(queries)) {
    const ofDepths: number[] = [];
    for (const depth of DEPTHS) {
      const start = await startAt(log, depth);
      ofDepths.push(await timeOf(() => readLogRows(db, { ...query, ...start })));
    }
    times[name] = Math.max(...ofDepths);
  }
  times['an hour of the week'] = await timeOf(async () => {
    const spans = await spansOfWeekHour(db, { weekHour, within: ALL_TIME });
    await readLogRows(db, { ...WHOLE, spans });
  });
  return times;
}

/** Returns milliseconds from a search to its first 50 rows, by what is searched for. */
export async function measureSearches({ db }: SeededLog): Promise<Record<string, number>> {
  const searches: Record<string, string> = {
    'viewer, whole name': nameOf(4321),
    'viewer, frequent': nameOf(3),
    'viewer, part of the name': nameOf(40_000).slice(2),
    'word, frequent': wordOf(5),
    'word, rare': wordOf(30_000),
    'word, two letters': wordOf(5).slice(0, 2),
    'word, three letters': 'sto',
    'words, frequent and rare': `${wordOf(5)} ${wordOf(3000)}`,
    'words, both frequent': `${wordOf(20)} ${wordOf(30)}`,
    'one letter': 's',
    'word, not there': 'zzzzzz',
  };
  const times: Record<string, number> = {};
  for (const [name, search] of Object.entries(searches)) {
    times[name] = await timeOf(() => readLogRows(db, { ...WHOLE, search }), 3);
  }
  times['viewer, suggestions'] = await timeOf(() =>
    matchingViewers(db, nameOf(4321).slice(0, 4), 6),
  );
  times['newest page'] = await timeOf(() => readLogRows(db, WHOLE));
  return times;
}

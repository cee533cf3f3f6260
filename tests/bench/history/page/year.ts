import { createDatabase, type Database } from '@/lib/db/database';
import { countsByStreamer } from '@/lib/db/history/counts';
import { newestSeq } from '@/lib/db/history/newest-seq';
import { advanceIndex } from '@/lib/db/log-index/advance';
import { readStatistics, type StatisticsQuery } from '@/lib/db/statistics/statistics';
import type { StreamEvent } from '@/lib/domain/event/event';
import { withRowStarts } from '@/lib/domain/history/new-events';
import { countByKind, countByPeriod, countByWeekHour } from '@/lib/domain/statistics/count-hours';
import { pausedPartOfWeek } from '@/lib/domain/statistics/pauses';
import { dayOf, periodsOf, unitFor } from '@/lib/domain/statistics/period';
import { DAY, HOUR, startOfUtcDay } from '@/lib/time';
import { recordedEvents, STREAMER_ID } from './events';
import { putRecords, repeated, stored } from './seed';

const STREAMERS = 5;
const DAYS = 365;
/** The number of different events; a longer history repeats them under other ids. */
const DIFFERENT = 10_000;
/** Each of them broadcasts in the evening, for so long. */
const BROADCAST_MS = 5 * HOUR;
/** Records in one transaction, and events in one step of the index. */
const BATCH = 5_000;

const openDatabase = (size: number): Database => createDatabase(`bench-year-${size}`);

/** Creates the year if it is not there yet: the evenings of five streamers until now, with their index. */
export async function openYear(size: number): Promise<void> {
  const db = openDatabase(size);
  await db.open();
  if ((await newestSeq(db)) === 0) {
    const begin = startOfUtcDay(Date.now()) - DAYS * DAY;
    const events = recordedEvents(Math.min(size, DIFFERENT), 2);
    for (let first = 0; first < size; first += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, size - first) }, (_, index) =>
        eventAt(events, first + index, { size, begin }),
      );
      await putRecords(db, 'events', withRowStarts(batch, new Set()).map(stored));
    }
    while (await advanceIndex(db, BATCH));
  }
  db.close();
}

function eventAt(
  events: readonly StreamEvent[],
  number: number,
  { size, begin }: { size: number; begin: number },
): StreamEvent {
  const event = events[number % events.length];
  if (event === undefined) throw new Error('There are no events.');
  const streamer = number % STREAMERS;
  const days = (number / size) * DAYS;
  const evening = begin + Math.floor(days) * DAY + (14 + streamer) * HOUR;
  const at = Math.floor(evening + (days % 1) * BROADCAST_MS);
  const copy = repeated(event, Math.floor(number / events.length), at);
  return { ...copy, streamer_id: `${Number(STREAMER_ID) + streamer}` };
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Does what the view does before it draws. */
async function statisticsOf(db: Database, query: StatisticsQuery): Promise<void> {
  const source = await readStatistics(db, query, Date.now());
  if (source === null) throw new Error('There are no statistics.');
  const { hours, range, past, pauses } = source;
  countByKind(hours);
  countByWeekHour(hours);
  pausedPartOfWeek(pauses, past);
  for (const unit of ['day', unitFor(range)] as const) countByPeriod(hours, periodsOf(range, unit));
}

/** The same numbers without an index: every event is read. */
async function scan(db: Database): Promise<void> {
  const days = new Map<string, number>();
  await db.events.each(({ created_at, event_type, streamer_id }) => {
    const key = `${streamer_id} ${event_type} ${dayOf(created_at)}`;
    days.set(key, (days.get(key) ?? 0) + 1);
  });
}

/** Measures everything once; in milliseconds. */
export async function measureYear(size: number): Promise<Record<string, number>> {
  const db = openDatabase(size);
  const query = { streamerId: null, from: null, until: null };
  const times = {
    'statistics of a year': await timeOf(() => statisticsOf(db, query)),
    'of one streamer': await timeOf(() => statisticsOf(db, { ...query, streamerId: STREAMER_ID })),
    'both counts': await timeOf(() => countsByStreamer(db)),
    scan: await timeOf(() => scan(db)),
  };
  db.close();
  return times;
}

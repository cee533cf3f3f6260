import {
  addToHour,
  emptyHour,
  type HourRecord,
  hourOf,
  SLOT_MS,
  SLOTS,
} from '@/lib/domain/log-index/hour';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { readTotals } from '../history/totals';

const HOUR_MS = SLOTS * SLOT_MS;

/** The hours to read. */
export interface HoursQuery {
  /** The streamer whose events count; `null` for those of everybody in the log. */
  streamerId: string | null;
  /** In milliseconds since 1970; `null` for the begin and the end of the log. */
  start: number | null;
  end: number | null;
}

/**
 * Reads what the events of each hour between two times add up to. Of an hour that begins before the
 * start or ends after the end, only the events between them count: they are read themselves. Opens no
 * transaction, so that it works in a live query.
 */
export async function readHours(db: Database, query: HoursQuery): Promise<HourRecord[]> {
  const { start, end } = query;
  const first = start === null ? Number.NEGATIVE_INFINITY : Math.ceil(start / HOUR_MS) * HOUR_MS;
  const last = end === null ? Number.POSITIVE_INFINITY : hourOf(end);
  const edges: [from: number, until: number][] = [];
  if (start !== null && start < first) edges.push([start, Math.min(first, end ?? first)]);
  if (end !== null && last < end && last >= first) edges.push([last, end]);
  const parts = await Promise.all([
    first < last ? wholeHours(db, query, [first, last]) : [],
    ...edges.map((edge) => partOfHour(db, query, edge)),
  ]);
  return parts.flat();
}

async function wholeHours(
  db: Database,
  { streamerId }: HoursQuery,
  [first, last]: [number, number],
): Promise<HourRecord[]> {
  if (streamerId === null && first === Number.NEGATIVE_INFINITY && last === -first) {
    return await db.hours.toArray();
  }
  // Over the index of hours, each of them would have to be looked up by itself.
  const ids = streamerId === null ? await streamersOf(db) : [streamerId];
  const ofEach = ids.map((id) =>
    db.hours.where('[streamer_id+hour]').between([id, first], [id, last]).toArray(),
  );
  return (await Promise.all(ofEach)).flat();
}

async function streamersOf(db: Database): Promise<string[]> {
  return [...new Set((await readTotals(db)).map(({ streamer_id }) => streamer_id))];
}

async function partOfHour(
  db: Database,
  { streamerId }: HoursQuery,
  [from, until]: [number, number],
): Promise<HourRecord[]> {
  const events = await db.events.where('created_at').between(from, until).toArray();
  const ofStreamers = Map.groupBy(events, ({ streamer_id }) => streamer_id);
  return [...ofStreamers]
    .filter(([id]) => streamerId === null || id === streamerId)
    .map(([id, theirs]) => addedUp(theirs, emptyHour(id, hourOf(from))));
}

const addedUp = (events: readonly StoredEvent[], record: HourRecord): HourRecord =>
  events.reduce(addToHour, record);

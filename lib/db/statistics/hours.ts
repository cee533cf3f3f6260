import { type HourRecord, hoursOfDay, packDay } from '@/lib/domain/log-index/day-record';
import { addToHour, emptyHour, hourOf } from '@/lib/domain/log-index/hour';
import { HOUR, startOfUtcDay } from '@/lib/time';
import type { Database } from '../database';
import { hoursIn } from '../log-index/hours-in';

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
  const first = start === null ? Number.NEGATIVE_INFINITY : Math.ceil(start / HOUR) * HOUR;
  const last = end === null ? Number.POSITIVE_INFINITY : hourOf(end);
  const edges: [from: number, until: number][] = [];
  if (start !== null && start < first) edges.push([start, Math.min(first, end ?? first)]);
  if (end !== null && last < end && last >= first) edges.push([last, end]);
  const parts = await Promise.all([
    first < last ? hoursIn(db, query.streamerId, { from: first, until: last }) : [],
    ...edges.map((edge) => partOfHour(db, query, edge)),
  ]);
  return parts.flat();
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
    .flatMap(([id, theirs]) => {
      const hour = theirs.reduce(addToHour, emptyHour(id, hourOf(from)));
      return hoursOfDay(packDay(id, startOfUtcDay(from), [hour]));
    });
}

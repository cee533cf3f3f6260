import { max, min } from 'd3-array';
import type { Span } from '@/lib/domain/history/listened';
import type { HourRecord } from '@/lib/domain/log-index/day-record';
import { type Range, shownRange } from '@/lib/domain/statistics/period';
import { type HistoryTime, momentOf } from '@/lib/domain/view/history-address';
import type { Database } from '../database';
import { readHours } from './hours';
import { type LargestEvent, largestEvents } from './largest-events';
import { readPauses } from './pauses';

/** The part of the log that statistics are about. */
export interface StatisticsQuery {
  /** The streamer whose events count; `null` for those of everybody in the log. */
  streamerId: string | null;
  from: HistoryTime | null;
  until: HistoryTime | null;
}

/** What statistics are made of. */
export interface StatisticsSource {
  range: Range;
  /** The part of the range that is over, in milliseconds since 1970. */
  past: { start: number; end: number };
  hours: readonly HourRecord[];
  /** The times in which nobody listened, oldest first. */
  pauses: readonly Span[];
  largest: readonly LargestEvent[];
}

/** Reads what statistics are made of; `null` if there are no events. Works in a live query. */
export async function readStatistics(
  db: Database,
  { streamerId, from, until }: StatisticsQuery,
  now: number,
): Promise<StatisticsSource | null> {
  const start = from === null ? null : momentOf(from);
  const end = until === null ? null : momentOf(until);
  const hours = await readHours(db, { streamerId, start, end });
  const first = min(hours, ({ hour }) => hour);
  const last = max(hours, ({ hour }) => hour);
  if (first === undefined || last === undefined) return null;
  const range = shownRange({ from, until }, { first, last: Math.max(last, now) });
  if (range === null) return null;
  const past = { start: range.start, end: Math.min(range.end, Math.max(last, now)) };
  const [pauses, largest] = await Promise.all([
    readPauses(db, streamerId, { from: past.start, until: past.end, now }),
    largestEvents(db, hours, range),
  ]);
  return { range, past, hours, pauses, largest };
}

import { ALL_TIME, overlapOf, type Span } from '@/lib/domain/history/spans';
import { eachKind, type HourRecord } from '@/lib/domain/log-index/day-record';
import { hourOf } from '@/lib/domain/log-index/hour';
import { HOUR } from '@/lib/time';
import type { Database } from '../../database';
import { hoursIn } from '../../log-index/hours-in';
import { isOfFilter, type LogFilter } from './log-filter';
import { readUnindexed } from './unindexed';

/**
 * Returns the times in which there are events of the streamer and the kinds that a filter asks for,
 * newest first. They are longer than the events need, but leave out most of what is not asked for.
 */
export async function busySpans(db: Database, filter: LogFilter): Promise<readonly Span[]> {
  const { streamerId, kinds = null, spans } = filter;
  const asked = spans ?? [ALL_TIME];
  const unindexed = await readUnindexed(db);
  if (!unindexed.isAll || (streamerId === null && kinds === null)) return asked;
  const records = (await Promise.all(asked.map((span) => hoursIn(db, streamerId, span)))).flat();
  const hasKinds = (record: HourRecord) => {
    let isOfKind = kinds === null;
    eachKind(record, (kind) => (isOfKind ||= kinds?.has(kind) === true));
    return isOfKind;
  };
  const hours = new Set([
    ...records.filter(hasKinds).map(({ hour }) => hour),
    ...unindexed.events
      .filter((event) => isOfFilter({ streamerId, viewerId: null }, event))
      .map(({ created_at }) => hourOf(created_at)),
  ]);
  return joined([...hours]).flatMap((busy) => asked.flatMap((span) => overlapOf(busy, span) ?? []));
}

/** Returns the times that hours take, newest first. */
function joined(hours: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const from of hours.toSorted((a, b) => b - a)) {
    const after = spans.at(-1);
    if (after?.from === from + HOUR) after.from = from;
    else spans.push({ from, until: from + HOUR });
  }
  return spans;
}

import type { EventKind } from '../event/event-kind';
import { eachKind, eachSlot, type HourRecord } from '../log-index/day-record';
import { HOUR_MS, SLOT_MS } from '../log-index/hour';
import { type FamilyCounts, familyOf, noCounts } from './family';
import type { Range } from './period';

/** The number of events of each kind. */
export type KindCounts = Partial<Record<EventKind, number>>;

/** The number of events in each hour of the week: by weekday, 0 is Sunday, and hour. */
export type WeekCounts = number[][];

/**
 * Returns the number of events of each family in each of the periods, which follow on one another.
 * Events outside of them do not count.
 */
export function countByPeriod(
  records: readonly HourRecord[],
  periods: readonly Pick<Range, 'start' | 'end'>[],
): FamilyCounts[] {
  const counts = periods.map(noCounts);
  const indexOf = finderIn(periods);
  for (const record of records) {
    const first = indexOf(record.hour);
    if (first === indexOf(record.hour + HOUR_MS - 1)) {
      eachKind(record, (kind, count) => add(counts[first], kind, count));
    } else {
      eachSlot(record, (kind, slot, count) =>
        add(counts[indexOf(record.hour + slot * SLOT_MS)], kind, count),
      );
    }
  }
  return counts;
}

function add(period: FamilyCounts | undefined, kind: EventKind, count: number): void {
  if (period !== undefined) period[familyOf(kind)] += count;
}

/**
 * Returns a function that returns the index of the period of a time, or -1. It looks on from where it
 * was, because the hours of a streamer follow on one another.
 */
function finderIn(periods: readonly Pick<Range, 'start' | 'end'>[]): (at: number) => number {
  let index = 0;
  return (at) => {
    if (at < (periods[index]?.start ?? Number.POSITIVE_INFINITY)) index = 0;
    while (at >= (periods[index]?.end ?? Number.POSITIVE_INFINITY)) index += 1;
    return at >= (periods[index]?.start ?? Number.POSITIVE_INFINITY) ? index : -1;
  };
}

/** Returns the number of events in each hour of the week by the user's clock. */
export function countByWeekHour(records: readonly HourRecord[]): WeekCounts {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const addAt = (at: Date, count: number) => {
    const day = week[at.getDay()];
    if (day !== undefined) day[at.getHours()] = (day[at.getHours()] ?? 0) + count;
  };
  for (const record of records) {
    const start = new Date(record.hour);
    const end = new Date(record.hour + HOUR_MS - 1);
    if (isSameHour(start, end)) {
      eachKind(record, (_kind, count) => addAt(start, count));
    } else {
      eachSlot(record, (_kind, slot, count) =>
        addAt(new Date(record.hour + slot * SLOT_MS), count),
      );
    }
  }
  return week;
}

/** Where the clock is not a whole number of hours from UTC, an hour of UTC is in two of them. */
function isSameHour(start: Date, end: Date): boolean {
  return start.getHours() === end.getHours() && start.getDay() === end.getDay();
}

/** Returns the number of events of each kind, by streamer. */
export function countByKind(records: readonly HourRecord[]): Map<string, KindCounts> {
  const streamers = new Map<string, KindCounts>();
  for (const record of records) {
    const counts = streamers.get(record.streamer_id) ?? {};
    streamers.set(record.streamer_id, counts);
    eachKind(record, (kind, count) => {
      counts[kind] = (counts[kind] ?? 0) + count;
    });
  }
  return streamers;
}

import { sum } from 'd3-array';
import type { EventKind } from '../event/event-kind';
import { type HourRecord, SLOT_MS, SLOTS } from '../log-index/hour';
import { type FamilyCounts, familyOf, noCounts } from './family';
import type { Range } from './period';

const HOUR_MS = SLOTS * SLOT_MS;

/** The number of events of each kind. */
export type KindCounts = Partial<Record<EventKind, number>>;

/** The number of events in each hour of the week: by weekday, 0 is Sunday, and hour. */
export type WeekCounts = number[][];

// The keys of the counters are kinds, which Object.entries does not know.
const kindsOf = (record: HourRecord) => Object.entries(record.counts) as [EventKind, number[]][];

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
    const isWithinOne = first === indexOf(record.hour + HOUR_MS - 1);
    for (const [kind, slots] of kindsOf(record)) {
      const family = familyOf(kind);
      if (isWithinOne) {
        const period = counts[first];
        if (period !== undefined) period[family] += sum(slots);
        continue;
      }
      for (const [slot, count] of slots.entries()) {
        const period = counts[indexOf(record.hour + slot * SLOT_MS)];
        if (period !== undefined) period[family] += count;
      }
    }
  }
  return counts;
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
  for (const record of records) {
    const start = new Date(record.hour);
    const end = new Date(record.hour + HOUR_MS - 1);
    const isWithinOne = isSameHour(start, end);
    const slots = isWithinOne ? [totalOfHour(record)] : totalsOfSlots(record);
    for (const [slot, count] of slots.entries()) {
      const at = isWithinOne ? start : new Date(record.hour + slot * SLOT_MS);
      const day = week[at.getDay()];
      if (day !== undefined) day[at.getHours()] = (day[at.getHours()] ?? 0) + count;
    }
  }
  return week;
}

/** Where the clock is not a whole number of hours from UTC, an hour of UTC is in two of them. */
function isSameHour(start: Date, end: Date): boolean {
  return start.getHours() === end.getHours() && start.getDay() === end.getDay();
}

function totalsOfSlots(record: HourRecord): number[] {
  const kinds = kindsOf(record);
  return Array.from({ length: SLOTS }, (_, slot) => sum(kinds, ([, slots]) => slots[slot]));
}

function totalOfHour(record: HourRecord): number {
  return sum(kindsOf(record), ([, slots]) => sum(slots));
}

/** Returns the number of events of each kind, by streamer. */
export function countByKind(records: readonly HourRecord[]): Map<string, KindCounts> {
  const streamers = new Map<string, KindCounts>();
  for (const record of records) {
    const counts = streamers.get(record.streamer_id) ?? {};
    streamers.set(record.streamer_id, counts);
    for (const [kind, slots] of kindsOf(record)) counts[kind] = (counts[kind] ?? 0) + sum(slots);
  }
  return streamers;
}

import { type HistoryAddress, type HistoryTime, momentOf } from './history-address';

/** From when and until when something is shown, as an address says it. */
export type DateRange = Pick<HistoryAddress, 'from' | 'until'>;

/** A day of the user's calendar, such as `2026-11-23`. */
export type Day = string;

/** Every date. */
export const ALL_DATES: DateRange = { from: null, until: null };

/** The ranges that are one click away. */
export const QUICK_RANGES = ['all', 'today', 'days_7', 'days_30', 'this_month'] as const;

/** One of {@link QUICK_RANGES}. */
export type QuickRange = (typeof QUICK_RANGES)[number];

const twoDigits = (value: number) => String(value).padStart(2, '0');

function dayOf(date: Date): Day {
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Returns the day of a time in milliseconds since 1970. */
export function localDay(time: number): Day {
  return dayOf(new Date(time));
}

/** Returns the day that is so many days later; earlier for a negative number. */
export function dayPlus(day: Day, days: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // By the calendar, whatever the length of the days between. Each day has a noon.
  return dayOf(new Date(year, month - 1, date + days, 12));
}

/** Returns the dates of a quick range. All of them last until now. */
export function quickRange(range: QuickRange, now: number): DateRange {
  const today = localDay(now);
  const from = {
    all: null,
    today,
    days_7: dayPlus(today, -6),
    days_30: dayPlus(today, -29),
    this_month: `${today.slice(0, 8)}01`,
  };
  return { from: from[range], until: null };
}

/** The first and the last day of a range; `null` where it is open. */
export interface Days {
  first: Day | null;
  last: Day | null;
}

/** Returns the days that a range touches. */
export function daysOf({ from, until }: DateRange): Days {
  return {
    first: from === null ? null : localDay(momentOf(from)),
    last: until === null ? null : localDay(momentOf(until) - 1),
  };
}

/** Returns the range of whole days. If the last day is before the first, it is of the first only. */
export function rangeOfDays({ first, last }: Days): DateRange {
  const end = first !== null && last !== null && last < first ? first : last;
  return { from: first, until: end === null ? null : dayPlus(end, 1) };
}

/** Returns true if a range consists of whole days. */
export function isOfDays({ from, until }: DateRange): boolean {
  return [from, until].every((time) => time === null || isDay(time));
}

function isDay(time: HistoryTime): boolean {
  return !time.includes('T');
}

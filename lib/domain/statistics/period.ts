import { type HistoryTime, momentOf } from '../view/history-address';

const DAY_MS = 86_400_000;

/** A length of time by the user's calendar. */
export type PeriodUnit = 'day' | 'week' | 'month';

/** A part of the history. */
export interface Range {
  /** The first moment, and the first that does not belong to it any more. */
  from: HistoryTime;
  until: HistoryTime;
  /** The same in milliseconds since 1970. */
  start: number;
  end: number;
}

/** The most bars that a chart has room for; there are more of months, if it has to be. */
const MOST_DAYS = 62;
const MOST_WEEKS = 104;

/** Returns the part of the history between two times. */
export function rangeOf(from: HistoryTime, until: HistoryTime): Range {
  return { from, until, start: momentOf(from), end: momentOf(until) };
}

/** Returns the day of a moment by the user's calendar, such as `2026-11-23`. */
export function dayOf(at: number): HistoryTime {
  const date = new Date(at);
  return isoDay(date.getFullYear(), date.getMonth(), date.getDate());
}

/** Returns the day that is so many days later, or earlier. */
export function addDays(day: HistoryTime, days: number): HistoryTime {
  // Days without a time are in UTC, where each has 24 hours.
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Returns the first day of the month that is so many months later than that of `day`. */
export function startOfMonth(day: HistoryTime, months = 0): HistoryTime {
  return isoDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1);
}

function isoDay(year: number, month: number, date: number): HistoryTime {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/**
 * Returns the part of the history that the dates of an address leave: from the first day with events to
 * today. `null` if there is none.
 */
export function shownRange(
  { from, until }: { from: HistoryTime | null; until: HistoryTime | null },
  { first, last }: { first: number; last: number },
): Range | null {
  const whole = rangeOf(dayOf(first), addDays(dayOf(last), 1));
  const range = {
    ...whole,
    ...(from !== null && momentOf(from) > whole.start && { from, start: momentOf(from) }),
    ...(until !== null && momentOf(until) < whole.end && { until, end: momentOf(until) }),
  };
  return range.start < range.end ? range : null;
}

/** Returns the length of the bars that suits a chart of a range. */
export function unitFor({ start, end }: Pick<Range, 'start' | 'end'>): PeriodUnit {
  const days = (end - start) / DAY_MS;
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS * 7 ? 'week' : 'month';
}

/**
 * Divides a range into days, weeks or months of the user's calendar. The first and the last may be
 * shorter. Days at a change of the clock have 23 or 25 hours.
 */
export function periodsOf(range: Range, unit: PeriodUnit): Range[] {
  const periods: Range[] = [];
  let day = startOf(dayOf(range.start), unit);
  while (momentOf(day) < range.end) {
    const next = afterPeriod(day, unit);
    const period = clipped(rangeOf(day, next), range);
    // A time zone that moved across the date line has left out a day.
    if (period.start < period.end) periods.push(period);
    day = next;
  }
  return periods;
}

function clipped(period: Range, range: Range): Range {
  const [first, last] = [
    period.start < range.start ? range : period,
    period.end > range.end ? range : period,
  ];
  return { from: first.from, start: first.start, until: last.until, end: last.end };
}

/** Weeks begin on Monday. */
function startOf(day: HistoryTime, unit: PeriodUnit): HistoryTime {
  if (unit === 'month') return startOfMonth(day);
  const sinceMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  return unit === 'week' ? addDays(day, -sinceMonday) : day;
}

function afterPeriod(day: HistoryTime, unit: PeriodUnit): HistoryTime {
  if (unit === 'month') return startOfMonth(day, 1);
  return addDays(day, unit === 'week' ? 7 : 1);
}

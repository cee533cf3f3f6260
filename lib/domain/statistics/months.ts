import { SLOT_MS } from '../log-index/hour';
import { type HistoryTime, historyTime, momentOf } from '../view/history-address';
import { addDays, dayOf, type Range, rangeOf, startOfMonth } from './period';

/** This month and the last one by the user's calendar. */
export interface Months {
  thisMonth: Range;
  lastMonth: Range;
  /** The last month until the day and the time of day that it is now in this month. */
  lastMonthByThen: Range;
}

/** Returns this month and the last one. */
export function monthsOf(now: number): Months {
  const today = dayOf(now);
  const first = startOfMonth(today);
  const before = startOfMonth(today, -1);
  const lastMonth = rangeOf(before, first);
  return {
    thisMonth: rangeOf(first, startOfMonth(today, 1)),
    lastMonth,
    lastMonthByThen: untilThen(lastMonth, now),
  };
}

/** A last month that is shorter than the part of this one counts as a whole. */
function untilThen(lastMonth: Range, now: number): Range {
  const day = addDays(lastMonth.from, new Date(now).getDate() - 1);
  const until = Math.floor(sameTimeOn(day, now) / SLOT_MS) * SLOT_MS;
  return until < lastMonth.end ? rangeOf(lastMonth.from, historyTime(until)) : lastMonth;
}

function sameTimeOn(day: HistoryTime, now: number): number {
  const [date, time] = [new Date(momentOf(day)), new Date(now)];
  return date.setHours(time.getHours(), time.getMinutes());
}

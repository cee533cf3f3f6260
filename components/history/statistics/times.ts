import type { PeriodUnit, Range } from '@/lib/domain/statistics/period';
import { t } from '@/lib/i18n/text';
import { timeFormat } from '@/lib/time';

/** Writes a day, such as `3 October 2026`, as the browser's own language does. */
export const longDay = timeFormat({ dateStyle: 'long' });

/** Writes a month, such as `October 2026`, as the browser's own language does. */
export const monthName = timeFormat({ month: 'long', year: 'numeric' });

const dayWithWeekday = timeFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDay = timeFormat({ day: 'numeric', month: 'short' });
/** Writes a month as short as it fits below a bar. */
export const shortMonth = timeFormat({ month: 'short' });

const shortMonthOfYear = timeFormat({ month: 'short', year: '2-digit' });
const weekdayAndHour = timeFormat({ weekday: 'long', hour: 'numeric', minute: '2-digit' });
const shortWeekday = timeFormat({ weekday: 'short' });

/** Returns the name of a bar. */
export function periodName({ start }: Range, unit: PeriodUnit): string {
  if (unit === 'day') return dayWithWeekday(start);
  return unit === 'month' ? monthName(start) : t('statistics.week', { day: longDay(start) });
}

/** Returns the name of a bar, as short as it fits below it. */
export function periodTick({ start }: Range, unit: PeriodUnit): string {
  return unit === 'month' ? shortMonthOfYear(start) : shortDay(start);
}

/** Returns the first and the last day of a range in one text. */
export function rangeText({ start, end }: Range): string {
  const [first, last] = [longDay(start), longDay(end - 1)];
  return first === last ? first : t('statistics.range', { first, last });
}

/** A week in which no clock changes; 4 January 1970 was a Sunday. */
const inWeek = (weekday: number, hour: number) => new Date(1970, 0, 4 + weekday, hour).getTime();

/** Returns the name of an hour of the week, such as `Monday 18:00`. */
export function weekHourName(weekday: number, hour: number): string {
  return weekdayAndHour(inWeek(weekday, hour));
}

/** Returns the name of a weekday, such as `Mon`. */
export function weekdayName(weekday: number): string {
  return shortWeekday(inWeek(weekday, 12));
}

const hourOnly = timeFormat({ hour: 'numeric' });

/** Returns an hour of the day, such as `18` or `6 PM`. */
export function clockHour(hour: number): string {
  return hourOnly(inWeek(1, hour));
}

import { calendarDays, HOUR, MINUTE, timeFormat } from '@/lib/time';
import { t } from './text';

/** The days for which a weekday says which day it was. From a week on, it would be ambiguous. */
const WEEKDAYS = 6;

const clock = timeFormat({ timeStyle: 'short' });
const clockOnWeekday = timeFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' });
const date = timeFormat({ day: 'numeric', month: 'short' });
const dateWithYear = timeFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const day = timeFormat({ weekday: 'long', day: 'numeric', month: 'long' });
const dayWithYear = timeFormat({ day: 'numeric', month: 'long', year: 'numeric' });

const isSameYear = (time: number, now: number): boolean =>
  new Date(time).getFullYear() === new Date(now).getFullYear();

/**
 * Returns the time of a row, short enough for a column: `now`, `2m`, and from an hour on the time of
 * day, then the weekday, then the date, as the browser's own language writes them. Both times are in
 * milliseconds since 1970. A time after `now` is `now`.
 */
export function rowTime(time: number, now: number): string {
  const elapsed = now - time;
  if (elapsed < MINUTE) return t('row.now');
  if (elapsed < HOUR) return t('row.minutes', { minutes: Math.floor(elapsed / MINUTE) });
  const days = calendarDays(time, now);
  if (days === 0) return clock(time);
  if (days <= WEEKDAYS) return clockOnWeekday(time);
  return isSameYear(time, now) ? date(time) : dateWithYear(time);
}

/** Returns the name of the day of a time, such as `Yesterday` or `Monday, 23 November`. */
export function dayName(time: number, now: number): string {
  const days = calendarDays(time, now);
  if (days <= 0) return t('list.today');
  if (days === 1) return t('list.yesterday');
  return isSameYear(time, now) ? day(time) : dayWithYear(time);
}

import { momentOf, type WeekHour } from '@/lib/domain/view/history-address';
import { type DateRange, isOfDays } from '@/lib/domain/view/history-dates';
import { t } from '@/lib/i18n/text';
import { HOUR, timeFormat } from '@/lib/time';

const day = timeFormat({ dateStyle: 'medium' });
const moment = timeFormat({ dateStyle: 'medium', timeStyle: 'short' });
const weekdayName = timeFormat({ weekday: 'long' });
const clock = timeFormat({ timeStyle: 'short' });

/** Returns the dates that are shown, in words. */
export function describeRange(range: DateRange): string {
  const isWhole = isOfDays(range);
  const format = isWhole ? day : moment;
  const from = range.from && format(momentOf(range.from));
  // A day ends before the first moment of the next.
  const until = range.until && format(momentOf(range.until) - (isWhole ? 1 : 0));
  if (from === null) {
    return until === null ? t('log_filter.range.all') : t('log_filter.up_to', { until });
  }
  if (until === null) return t('log_filter.since', { from });
  return from === until ? from : t('log_filter.between', { from, until });
}

/** A Sunday, in a month without a change of the clock. */
const SUNDAY = { year: 2023, month: 0, date: 1 };

/** Returns an hour of the week in words, such as `Sunday, 23:00 to 00:00`. */
export function describeWeekHour({ weekday, hour }: WeekHour): string {
  const from = new Date(SUNDAY.year, SUNDAY.month, SUNDAY.date + weekday, hour).getTime();
  return t('log_filter.week_hour', {
    weekday: weekdayName(from),
    from: clock(from),
    until: clock(from + HOUR),
  });
}

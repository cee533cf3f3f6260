import type { Span } from '../history/listened';
import type { Range } from './period';

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;

/** Part of each hour of the week, from 0 to 1: by weekday, 0 is Sunday, and hour. */
export type WeekShares = number[][];

const emptyWeek = () => Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));

/**
 * Returns which part of each hour of the week nobody listened, by the user's clock. `pauses` are in
 * order and do not overlap.
 */
export function pausedPartOfWeek(
  pauses: readonly Span[],
  { start, end }: Pick<Range, 'start' | 'end'>,
): WeekShares {
  const [paused, all] = [emptyWeek(), emptyWeek()];
  // Some clocks are a part of an hour from UTC.
  const step = new Date(start).getTimezoneOffset() % 60 === 0 ? HOUR_MS : QUARTER_MS;
  let next = 0;
  for (let from = Math.floor(start / step) * step; from < end; from += step) {
    while ((pauses[next]?.until ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    const until = from + step;
    const date = new Date(from);
    add(all, date, step);
    for (let index = next; (pauses[index]?.from ?? until) < until; index += 1) {
      const pause = pauses[index];
      if (pause === undefined) break;
      add(paused, date, Math.min(pause.until, until) - Math.max(pause.from, from));
    }
  }
  return all.map((day, weekday) =>
    day.map((whole, hour) => (whole === 0 ? 0 : (paused[weekday]?.[hour] ?? 0) / whole)),
  );
}

function add(week: number[][], date: Date, ms: number): void {
  const [day, hour] = [week[date.getDay()], date.getHours()];
  if (day !== undefined) day[hour] = (day[hour] ?? 0) + ms;
}

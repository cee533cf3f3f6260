import type { WeekHour } from '../view/history-address';

/** A time from a moment until just before another. Both are in milliseconds since 1970. */
export interface Span {
  from: number;
  until: number;
}

/** The span that contains every moment. */
export const ALL_TIME: Span = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** Returns true if a moment is in one of the spans. */
export function isInSpans(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, until }) => from <= at && at < until);
}

/** Returns what two spans have in common; `null` for nothing. */
export function overlapOf(a: Span, b: Span): Span | null {
  const [from, until] = [Math.max(a.from, b.from), Math.min(a.until, b.until)];
  return from < until ? { from, until } : null;
}

/** Offsets from UTC, and changes of them, are multiples of this. */
const STEP_MS = 15 * 60_000;

/**
 * Returns the times in `bounds` that are an hour of the week by the user's clock, newest first. The
 * bounds have to be finite. When the clock is set back, the hour lasts longer; when it is set forward,
 * the hour may be shorter, or missing.
 */
export function weekHourSpans({ from, until }: Span, { weekday, hour }: WeekHour): Span[] {
  const spans: Span[] = [];
  const day = new Date(until);
  // By the calendar: days have 23 to 25 hours.
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() - weekday + 7) % 7));
  const [year, month, date] = [day.getFullYear(), day.getMonth(), day.getDate()];
  for (let weeks = 0; ; weeks += 1) {
    const start = new Date(year, month, date - 7 * weeks, hour);
    const span = overlapOf(hourFrom(start), { from, until });
    if (span !== null && start.getHours() === hour && start.getDay() === weekday) spans.push(span);
    if (start.getTime() < from) return spans;
  }
}

/** Returns the time from a moment on during which a clock shows the same hour. */
function hourFrom(start: Date): Span {
  const from = start.getTime();
  let until = from + STEP_MS;
  while (new Date(until).getHours() === start.getHours()) until += STEP_MS;
  return { from, until };
}

import { remembered } from './once';

/** Units of time, in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The current time and timers. Tests replace them. */
export interface Clock {
  /** Returns milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after `delayMs`. Returns a function that cancels the call. */
  after(delayMs: number, run: () => void): () => void;
}

/** The clock and timers of the computer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Returns the UTC day of a time in milliseconds since 1970, such as `2026-11-23`. */
export function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Returns the start of the UTC day of a time. Both are in milliseconds since 1970. */
export function startOfUtcDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

/**
 * Returns true if `time` is less than `periodMs` before `now`. A time after `now` is not recent: it
 * was read before the clock was set back, so its age is unknown.
 */
export function isRecent(time: number, periodMs: number, now: number): boolean {
  return time <= now && now - time < periodMs;
}

/** Returns the days from one time to another by the user's calendar. */
export function calendarDays(from: number, until: number): number {
  const [start, end] = [from, until].map((time) => new Date(time).setHours(0, 0, 0, 0));
  // Days at a change of the clock have 23 or 25 hours.
  return Math.round(((end ?? until) - (start ?? from)) / DAY);
}

const relativeFormat = remembered(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
);

/**
 * Returns text such as "5 min. ago"; "now" if it is less than a minute, or in the future. From 24
 * hours on it says days, by the user's calendar: "yesterday" is never the day before yesterday.
 */
export function relativeTime(time: number, now: number, locale: string): string {
  const format = relativeFormat(locale);
  const elapsed = Math.max(0, now - time);
  const days = elapsed < DAY ? 0 : calendarDays(time, now);
  if (days > 0) return format.format(-days, 'day');
  if (elapsed >= HOUR) return format.format(-Math.floor(elapsed / HOUR), 'hour');
  if (elapsed >= MINUTE) return format.format(-Math.floor(elapsed / MINUTE), 'minute');
  return format.format(0, 'second');
}

/**
 * Returns the time of day as the browser's own language writes it, whatever language the texts are
 * in. The date is added if it is not the same day as that of `reference`.
 */
export function clockTime(time: number, reference: number): string {
  const isSameDay = new Date(time).toDateString() === new Date(reference).toDateString();
  const date = isSameDay ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(undefined, { ...date, timeStyle: 'short' }).format(time);
}

/**
 * Returns a function that writes a time in the user's time zone, as the browser's own language does.
 * Formats are kept, because each list needs ten, and one takes 0.7 ms.
 */
export function timeFormat(options: Intl.DateTimeFormatOptions): (time: number) => string {
  // A format keeps the time zone that it was created in, but the user may travel.
  const formats = remembered((_zone) => new Intl.DateTimeFormat(undefined, options));
  return (time) => formats(String(new Date().getTimezoneOffset())).format(time);
}

/** Returns date and time of day in the user's time zone, as the browser's own language writes it. */
export const absoluteTime = timeFormat({ dateStyle: 'medium', timeStyle: 'medium' });

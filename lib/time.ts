/** Units of time, in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Time as code under test can be given it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after `delayMs`; the answer stops it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The machine's own clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The UTC day of a time, as `2026-11-23`. */
export function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The first moment of the UTC day of a time. */
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

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

/** `time` as seen from `now`, in words such as "5 minutes ago"; less than a minute is "now". */
export function relativeTime(time: number, now: number, locale?: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const elapsed = Math.max(0, now - time);
  for (const [unit, length] of UNITS) {
    if (elapsed >= length) return format.format(-Math.floor(elapsed / length), unit);
  }
  return format.format(0, 'second');
}

/** The time of day, with the date where it is not the day of `other`. */
export function clockTime(time: number, other: number, locale?: string): string {
  const isSameDay = new Date(time).toDateString() === new Date(other).toDateString();
  const date = isSameDay ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(locale, { ...date, timeStyle: 'short' }).format(time);
}

/** `time` as date and time of day, in the user's own time zone and manner. */
export function absoluteTime(time: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(time);
}

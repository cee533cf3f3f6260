import { afterEach, describe, expect, it, vi } from 'vitest';
import { stubBrowserLocale } from '@/tests/support/fakes/browser-locale';
import {
  clockTime,
  DAY,
  HOUR,
  isRecent,
  MINUTE,
  relativeTime,
  SECOND,
  systemClock,
  utcDay,
} from './time';

const NOW = Date.UTC(2026, 9, 1, 18);

describe('units', () => {
  it('are milliseconds', () => {
    expect([SECOND, MINUTE, HOUR, DAY]).toEqual([1000, 60_000, 3_600_000, 86_400_000]);
  });
});

describe('isRecent', () => {
  it.each([
    ['now', NOW, true],
    ['less than the period ago', NOW - HOUR + 1, true],
    ['the period ago', NOW - HOUR, false],
    ['in the future, because the clock was set back', NOW + 1, false],
  ])('returns for a time that is %s', (_when, time, expected) => {
    expect(isRecent(time, HOUR, NOW)).toBe(expected);
  });

  it('is never true for a period of 0', () => {
    expect(isRecent(NOW, 0, NOW)).toBe(false);
  });
});

describe('relativeTime', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    [0, 'now'],
    [59 * SECOND, 'now'],
    [MINUTE, '1 min. ago'],
    [5 * MINUTE + 59 * SECOND, '5 min. ago'],
    [HOUR - 1, '59 min. ago'],
    [HOUR, '1 hr. ago'],
    [23 * HOUR, '23 hr. ago'],
    [DAY, 'yesterday'],
    [2 * DAY, '2 days ago'],
    [400 * DAY, '400 days ago'],
    [-MINUTE, 'now'],
    [-DAY, 'now'],
  ])('returns for %i ms ago "%s"', (elapsed, text) => {
    expect(relativeTime(NOW - elapsed, NOW, 'en')).toBe(text);
  });

  it.each([
    ['2026-10-03T12:00', '2026-10-01T12:30', '2 days ago'],
    ['2026-10-03T23:45', '2026-10-02T00:15', 'yesterday'],
    ['2026-10-03T00:15', '2026-10-01T23:45', '2 days ago'],
    ['2026-10-03T23:45', '2026-10-01T00:15', '2 days ago'],
    ['2026-10-03T00:01', '2026-10-01T00:00', '2 days ago'],
    ['2026-03-01T12:00', '2026-02-26T13:00', '3 days ago'],
    ['2026-10-03T00:15', '2026-10-02T23:45', '30 min. ago'],
  ])('counts days by the calendar of the user: at %s, %s is "%s"', (now, time, text) => {
    expect(relativeTime(new Date(time).getTime(), new Date(now).getTime(), 'en')).toBe(text);
  });

  it('says hours if a day of 25 hours has not ended', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const now = Date.parse('2026-10-25T23:30:00+01:00');
    expect(relativeTime(now - 24.2 * HOUR, now, 'en')).toBe('24 hr. ago');
    expect(relativeTime(now - 25 * HOUR, now, 'en')).toBe('yesterday');
  });

  it('returns text in the given language', () => {
    expect(relativeTime(NOW - 2 * DAY, NOW, 'de')).toBe('vorgestern');
  });
});

describe('absoluteTime', () => {
  it.each([
    ['en-US', /^Oct \d, 2026, \d{1,2}:\d\d:\d\d\s[AP]M$/],
    ['en-GB', /^\d Oct 2026, \d\d:\d\d:\d\d$/],
  ])('returns date and time of day in %s', async (locale, expected) => {
    vi.resetModules();
    const time = await import('./time');
    stubBrowserLocale(locale);
    expect(time.absoluteTime(NOW)).toMatch(expected);
  });

  it('creates one format for many times, and another one in another time zone', async () => {
    vi.resetModules();
    const time = await import('./time');
    const creations = vi.spyOn(Intl, 'DateTimeFormat');
    for (let minute = 0; minute < 10; minute += 1) time.absoluteTime(NOW + minute * MINUTE);
    expect(creations).toHaveBeenCalledTimes(1);
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-345);
    time.absoluteTime(NOW);
    expect(creations).toHaveBeenCalledTimes(2);
  });
});

describe('utcDay', () => {
  it.each([
    ['2026-10-01T00:00:00.000Z', '2026-10-01'],
    ['2026-10-01T23:59:59.999Z', '2026-10-01'],
    ['2026-10-01T23:30:00-02:00', '2026-10-02'],
    ['1970-01-01T00:00:00Z', '1970-01-01'],
  ])('of %s is %s', (time, day) => {
    expect(utcDay(Date.parse(time))).toBe(day);
  });
});

describe('systemClock', () => {
  it('returns the time of the computer', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('calls once after the delay, unless it is canceled', async () => {
    const called: string[] = [];
    const cancel = systemClock.after(1, () => void called.push('canceled'));
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.after(2, () => {
        called.push('due');
        resolve();
      });
    });
    expect(called).toEqual(['due']);
  });
});

describe('clockTime', () => {
  const noon = new Date(2026, 9, 1, 12).getTime();

  it.each([
    ['only the time on the same day', noon + 8 * HOUR, '8:00 PM', '20:00'],
    ['date and time on another day', noon + DAY, 'Oct 2, 2026, 12:00 PM', '2 Oct 2026, 12:00'],
  ])("returns %s, by the browser's clock", (_parts, time, american, british) => {
    stubBrowserLocale('en-US');
    expect(clockTime(time, noon).replaceAll('\u202f', ' ')).toBe(american);
    stubBrowserLocale('en-GB');
    expect(clockTime(time, noon)).toBe(british);
  });
});

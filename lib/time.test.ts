import { describe, expect, it } from 'vitest';
import {
  absoluteTime,
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

  it('returns text in the given language', () => {
    expect(relativeTime(NOW - 2 * DAY, NOW, 'de')).toBe('vorgestern');
  });
});

describe('absoluteTime', () => {
  it('returns date and time of day', () => {
    expect(absoluteTime(NOW, 'en')).toMatch(/^Oct \d, 2026, \d{1,2}:\d\d:\d\d\s[AP]M$/);
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
    ['only the time on the same day', noon + 8 * HOUR, '8:00 PM'],
    ['date and time on another day', noon + DAY, 'Oct 2, 2026, 12:00 PM'],
  ])('returns %s', (_parts, time, expected) => {
    expect(clockTime(time, noon, 'en-US').replaceAll('\u202f', ' ')).toBe(expected);
  });
});

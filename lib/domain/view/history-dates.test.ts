import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ALL_DATES,
  dayPlus,
  daysOf,
  isOfDays,
  localDay,
  QUICK_RANGES,
  quickRange,
  rangeOfDays,
} from './history-dates';

const NOON = Date.parse('2026-11-23T12:00:00Z');

afterEach(() => void vi.unstubAllEnvs());

it('returns the day by the calendar of the user', () => {
  const late = Date.parse('2026-11-23T23:30:00Z');
  vi.stubEnv('TZ', 'UTC');
  expect(localDay(late)).toBe('2026-11-23');
  vi.stubEnv('TZ', 'Asia/Tokyo');
  expect(localDay(late)).toBe('2026-11-24');
});

it.each([
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-03-01', -1, '2028-02-29'],
])('%s plus %s days is %s', (day, days, result) => {
  expect(dayPlus(day, days)).toBe(result);
});

it.each(['2026-03-28', '2026-10-24'])('counts days over a change of the clock after %s', (day) => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const [year, month, date] = day.split('-');
  expect(dayPlus(day, 2)).toBe(`${year}-${month}-${Number(date) + 2}`);
  // On the day itself, a day has 23 or 25 hours.
  expect(daysOf(rangeOfDays({ first: day, last: dayPlus(day, 1) }))).toEqual({
    first: day,
    last: dayPlus(day, 1),
  });
});

it('keeps the days where a day begins at one in the morning', () => {
  vi.stubEnv('TZ', 'America/Santiago');
  const days = { first: '2026-09-05', last: '2026-09-06' };
  expect(daysOf(rangeOfDays(days))).toEqual(days);
});

describe('a range', () => {
  beforeEach(() => {
    vi.stubEnv('TZ', 'UTC');
  });

  it('is one click away, and lasts until now', () => {
    expect(QUICK_RANGES.map((name) => quickRange(name, NOON).from)).toEqual([
      null,
      '2026-11-23',
      '2026-11-17',
      '2026-10-25',
      '2026-11-01',
    ]);
    for (const name of QUICK_RANGES) expect(quickRange(name, NOON).until).toBeNull();
  });

  it('contains its last day', () => {
    const range = rangeOfDays({ first: '2026-11-01', last: '2026-11-23' });
    expect(range).toEqual({ from: '2026-11-01', until: '2026-11-24' });
  });

  it('is never empty', () => {
    expect(rangeOfDays({ first: '2026-11-05', last: '2026-11-01' })).toEqual({
      from: '2026-11-05',
      until: '2026-11-06',
    });
  });

  it('may be open, or begin and end within a day', () => {
    expect(rangeOfDays({ first: null, last: null })).toEqual(ALL_DATES);
    expect(isOfDays(ALL_DATES)).toBe(true);
    const minutes = { from: '2026-11-23T20:35:00.000Z', until: '2026-11-23T20:40:00.000Z' };
    expect(isOfDays(minutes)).toBe(false);
    expect(daysOf(minutes)).toEqual({ first: '2026-11-23', last: '2026-11-23' });
  });
});

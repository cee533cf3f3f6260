import { describe, expect, it } from 'vitest';
import { setTimeZone } from '@/tests/support/in-time-zone';
import { addDays, dayOf, periodsOf, rangeOf, shownRange, startOfMonth, unitFor } from './period';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The lengths of the days from one to another, in hours. */
function hoursOfDays(from: string, until: string): number[] {
  return periodsOf(rangeOf(from, until), 'day').map(({ start, end }) => (end - start) / HOUR);
}

describe('periodsOf', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28', '2026-03-31', [24, 23, 24]],
    ['Europe/Berlin', '2026-10-24', '2026-10-27', [24, 25, 24]],
    ['America/New_York', '2026-03-07', '2026-03-10', [24, 23, 24]],
    ['America/New_York', '2026-10-31', '2026-11-03', [24, 25, 24]],
    // The clock is set by half an hour.
    ['Australia/Lord_Howe', '2026-04-04', '2026-04-07', [24, 24.5, 24]],
    // The day begins at 1 o'clock.
    ['America/Sao_Paulo', '2018-11-03', '2018-11-06', [24, 23, 24]],
    // There was no 30 December.
    ['Pacific/Apia', '2011-12-29', '2012-01-01', [24, 24]],
  ])('has days as long as the clock of %s makes them: %s', (zone, from, until, hours) => {
    setTimeZone(zone);
    expect(hoursOfDays(from, until)).toEqual(hours);
  });

  it('begins weeks on Monday, and cuts the first and the last', () => {
    setTimeZone('Europe/Berlin');
    const weeks = periodsOf(rangeOf('2026-10-21', '2026-11-05'), 'week');
    expect(weeks.map(({ from, until }) => `${from} ${until}`)).toEqual([
      '2026-10-21 2026-10-26',
      '2026-10-26 2026-11-02',
      '2026-11-02 2026-11-05',
    ]);
    expect(weeks.map(({ start, end }) => (end - start) / HOUR)).toEqual([4 * 24 + 25 - 0, 168, 72]);
  });

  it('goes through months of any length, over the end of a year', () => {
    const months = periodsOf(rangeOf('2027-12-15', '2028-03-01'), 'month');
    expect(months.map(({ from }) => from)).toEqual(['2027-12-15', '2028-01-01', '2028-02-01']);
    expect(months.at(-1)?.until).toBe('2028-03-01');
  });

  it('keeps moments that are no begin of a day', () => {
    setTimeZone('Asia/Kolkata');
    const range = rangeOf('2026-10-01T18:00:00.000Z', '2026-10-02T20:35:00.000Z');
    expect(periodsOf(range, 'day').map(({ from, until }) => [from, until])).toEqual([
      ['2026-10-01T18:00:00.000Z', '2026-10-02'],
      ['2026-10-02', '2026-10-03'],
      ['2026-10-03', '2026-10-02T20:35:00.000Z'],
    ]);
  });

  it('has none in a range that is empty', () => {
    expect(periodsOf(rangeOf('2026-10-02', '2026-10-02'), 'day')).toEqual([]);
  });
});

describe('the calendar', () => {
  it.each([
    ['Asia/Tokyo', '2026-10-02'],
    ['UTC', '2026-10-01'],
    ['America/Los_Angeles', '2026-10-01'],
  ])('knows the day in %s', (zone, day) => {
    setTimeZone(zone);
    expect(dayOf(Date.UTC(2026, 9, 1, 18))).toBe(day);
  });

  it('adds days and months over the ends of years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(startOfMonth('2026-12-31', 1)).toBe('2027-01-01');
    expect(startOfMonth('2026-01-31', -1)).toBe('2025-12-01');
  });

  it.each([
    [1, 'day'],
    [62, 'day'],
    [63, 'week'],
    [365, 'week'],
    [729, 'month'],
  ])('divides %i days by the %s', (days, unit) => {
    expect(unitFor({ start: 0, end: days * DAY })).toBe(unit);
  });
});

describe('shownRange', () => {
  const [first, last] = [Date.UTC(2026, 9, 3, 18), Date.UTC(2026, 9, 5, 18)];

  it.each([
    ['everything', null, null, ['2026-10-03', '2026-10-06']],
    ['no time before the first event', '2020-01-01', null, ['2026-10-03', '2026-10-06']],
    ['no time to come', null, '2030-01-01', ['2026-10-03', '2026-10-06']],
    ['the dates of the address', '2026-10-04', '2026-10-05', ['2026-10-04', '2026-10-05']],
  ])('is %s', (_what, from, until, expected) => {
    setTimeZone('UTC');
    const range = shownRange({ from, until }, { first, last });
    expect([range?.from, range?.until]).toEqual(expected);
  });

  it('is none where the dates leave nothing', () => {
    setTimeZone('UTC');
    const dates = { from: '2026-10-05', until: '2026-10-04' };
    expect(shownRange(dates, { first, last })).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { setTimeZone } from '@/tests/support/in-time-zone';
import { monthsOf } from './months';

it('compares this month with the last one until the same time', () => {
  setTimeZone('Europe/Berlin');
  const { thisMonth, lastMonth, lastMonthByThen } = monthsOf(Date.UTC(2026, 10, 23, 20, 37));
  expect([thisMonth.from, thisMonth.until]).toEqual(['2026-11-01', '2026-12-01']);
  expect([lastMonth.from, lastMonth.until]).toEqual(['2026-10-01', '2026-11-01']);
  // 21:37 there, before the clock was set back.
  expect([lastMonthByThen.from, lastMonthByThen.until]).toEqual([
    '2026-10-01',
    '2026-10-23T19:35:00.000Z',
  ]);
});

it('takes all of a last month that is shorter', () => {
  setTimeZone('UTC');
  const { lastMonth, lastMonthByThen } = monthsOf(Date.UTC(2026, 2, 30, 12));
  expect(lastMonthByThen).toEqual(lastMonth);
  expect(lastMonth.until).toBe('2026-03-01');
});

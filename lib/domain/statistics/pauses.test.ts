import { describe, expect, it } from 'vitest';
import { setTimeZone } from '@/tests/support/in-time-zone';
import { pausedPartOfWeek } from './pauses';

const HOUR = 3_600_000;
/** A Monday. */
const MONDAY = Date.UTC(2026, 9, 5);

describe('pausedPartOfWeek', () => {
  it('tells which part of an hour nobody listened', () => {
    setTimeZone('UTC');
    const pauses = [
      { from: MONDAY + 18.5 * HOUR, until: MONDAY + 20 * HOUR },
      { from: MONDAY + 20.25 * HOUR, until: MONDAY + 20.5 * HOUR },
      { from: MONDAY + 20.75 * HOUR, until: MONDAY + 21 * HOUR },
    ];
    const week = pausedPartOfWeek(pauses, { start: MONDAY, end: MONDAY + 7 * 24 * HOUR });
    expect(week[1]?.slice(17, 22)).toEqual([0, 0.5, 1, 0.5, 0]);
  });

  it('takes the mean of several weeks', () => {
    setTimeZone('UTC');
    const pauses = [{ from: MONDAY, until: MONDAY + HOUR }];
    const week = pausedPartOfWeek(pauses, { start: MONDAY, end: MONDAY + 28 * 24 * HOUR });
    expect(week[1]?.[0]).toBe(0.25);
  });

  it('knows clocks that are half an hour off', () => {
    setTimeZone('Asia/Kolkata');
    const pauses = [{ from: MONDAY, until: MONDAY + HOUR }];
    const week = pausedPartOfWeek(pauses, { start: MONDAY, end: MONDAY + 7 * 24 * HOUR });
    expect(week[1]?.slice(5, 7)).toEqual([0.5, 0.5]);
  });
});

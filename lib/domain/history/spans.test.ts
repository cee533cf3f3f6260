import { describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { isInSpans, overlapOf, weekHourSpans } from './spans';

const QUARTER = 15 * MINUTE;

describe('spans', () => {
  it('begin with their first moment, and end before their last one', () => {
    const spans = [
      { from: 20, until: 30 },
      { from: 0, until: 10 },
    ];
    expect([-1, 0, 9, 10, 19, 20, 30].filter((at) => isInSpans(spans, at))).toEqual([0, 9, 20]);
  });

  it('have in common what is in both', () => {
    expect(overlapOf({ from: 0, until: 10 }, { from: 5, until: 20 })).toEqual({
      from: 5,
      until: 10,
    });
    expect(overlapOf({ from: 0, until: 10 }, { from: 10, until: 20 })).toBeNull();
  });
});

describe('the times of an hour of the week', () => {
  it.each([
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'America/Havana',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
  ])('are those at which the clock shows it, in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    // With both changes of the clock, in either half of the world.
    const bounds = { from: Date.UTC(2026, 1, 1, 3, 15), until: Date.UTC(2026, 11, 1, 21, 45) };
    for (const [weekday, hour] of [
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 3],
      [4, 23],
      [5, 0],
      [6, 23],
    ] as const) {
      const spans = weekHourSpans(bounds, { weekday, hour });
      expect(spans.map(({ from }) => from)).toEqual(
        spans.map(({ from }) => from).toSorted((a, b) => b - a),
      );
      const wrong: string[] = [];
      for (let at = bounds.from; at < bounds.until; at += QUARTER) {
        const date = new Date(at);
        const isShown = date.getDay() === weekday && date.getHours() === hour;
        if (isInSpans(spans, at) !== isShown) wrong.push(date.toISOString());
      }
      expect(wrong).toEqual([]);
    }
  });

  it('are cut at the bounds', () => {
    vi.stubEnv('TZ', 'UTC');
    const monday = Date.UTC(2026, 10, 23, 20);
    const bounds = { from: monday + 10 * MINUTE, until: monday + 7 * DAY + 20 * MINUTE };
    expect(weekHourSpans(bounds, { weekday: 1, hour: 20 })).toEqual([
      { from: monday + 7 * DAY, until: monday + 7 * DAY + 20 * MINUTE },
      { from: monday + 10 * MINUTE, until: monday + HOUR },
    ]);
  });
});

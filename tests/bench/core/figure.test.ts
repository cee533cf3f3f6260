import { describe, expect, it } from 'vitest';
import {
  asCalculated,
  atLeastTimes,
  atMost,
  atMostMore,
  atMostTimes,
  isReached,
  median,
  percentile,
} from './figure.ts';

describe('the values of a series', () => {
  it('have a median, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('have percentiles', () => {
    const values = Array.from({ length: 101 }, (_, value) => value);
    expect([0, 0.5, 0.99, 1].map((fraction) => percentile(values, fraction))).toEqual([
      0, 50, 99, 100,
    ]);
  });
});

describe('a figure', () => {
  const figure = { what: 'a', unit: 'ms', values: [10], baseline: { what: 'b', values: [8] } };

  it.each([
    [atMostTimes(1.25), true],
    [atMostTimes(1.24), false],
    [atLeastTimes(1.25), true],
    [atLeastTimes(1.26), false],
    [atMostMore(2, 'ms'), true],
    [atMostMore(1, 'ms'), false],
    [atMost(10, 'ms'), true],
    [atMost(9, 'ms'), false],
    [asCalculated, false],
  ])('with the reach %o is good enough: %s', (reach, isGoodEnough) => {
    expect(isReached({ ...figure, reach })).toBe(isGoodEnough);
  });

  it('may have to be exactly as calculated', () => {
    expect(isReached({ ...figure, values: [8], reach: asCalculated })).toBe(true);
  });

  it('that nothing is asked of neither passes nor fails', () => {
    expect(isReached(figure)).toBeNull();
  });

  it('without values reaches nothing', () => {
    expect(isReached({ ...figure, values: [], reach: atMost(10, 'ms') })).toBe(false);
  });
});

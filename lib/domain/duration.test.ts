import { describe, expect, it } from 'vitest';
import { roundedDuration } from './duration';

describe('roundedDuration', () => {
  it.each([
    [599, 10, 'minute'],
    [601, 10, 'minute'],
    [600, 10, 'minute'],
    [86_461, 1, 'day'],
    [86_400, 1, 'day'],
    [1_209_599, 14, 'day'],
    [3598, 1, 'hour'],
    [59, 1, 'minute'],
    [1, 1, 'second'],
    [30, 30, 'second'],
    [90, 90, 'second'],
    [179.6, 3, 'minute'],
    [29.4, 29, 'second'],
    [700, 700, 'second'],
    [1000, 17, 'minute'],
    [5400, 90, 'minute'],
    [100_000, 28, 'hour'],
  ])('rounds %f seconds to %i %ss', (seconds, amount, unit) => {
    expect(roundedDuration(seconds)).toEqual({ amount, unit });
  });
});

import { describe, expect, it } from 'vitest';
import { trendOf } from './trend.ts';

const evenings = (count: number, value: (night: number) => number) =>
  Array.from({ length: count }, (_, night) => value(night));

describe('trendOf', () => {
  it('returns null for too few evenings', () => {
    expect(trendOf(evenings(7, () => 5))).toBeNull();
    expect(trendOf(evenings(8, () => 5))).toEqual({ first: 5, last: 5, isFlat: true });
  });

  it('ignores the first two evenings', () => {
    const values = evenings(8, (night) => (night < 2 ? 100 : night));
    expect(trendOf(values)).toMatchObject({ first: 2.5, last: 6.5 });
  });

  it('is flat if the figure goes up and down', () => {
    expect(trendOf(evenings(30, (night) => 10 + (night % 5)))?.isFlat).toBe(true);
  });

  it('is flat if the figure shrinks', () => {
    expect(trendOf(evenings(30, (night) => 100 - night))?.isFlat).toBe(true);
  });

  it('is flat if only one evening is high', () => {
    expect(trendOf(evenings(30, (night) => (night === 29 ? 90 : 10)))?.isFlat).toBe(true);
  });

  it('is not flat if the figure grows by two percent each evening', () => {
    expect(trendOf(evenings(30, (night) => 100 + 2 * night))?.isFlat).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { aBomb, aCheer, anEvent, aSub } from '@/tests/support/builders/events';
import { sizeOf, topSize } from './own-sizes';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the top 2 % of sizes', () => {
  it.each([
    ['none', [], undefined],
    ['49', upTo(49), undefined],
    ['50', upTo(50), 50],
    ['99', upTo(99), 99],
    ['100', upTo(100), 99],
    ['1000', upTo(1000), 981],
  ])('of %s different ones begin where no more than these are larger', (_name, sizes, least) => {
    expect(topSize(sizes)).toBe(least);
  });

  it.each([
    ['all are the same', Array<number>(100).fill(5), 6],
    ['more than these are the largest', [...upTo(100), 100, 100, 100], 101],
    ['some at the edge are the same', [...upTo(100), 98, 99, 99, 200, 200], 200],
  ])('leave out what is too common: %s', (_name, sizes, least) => {
    expect(topSize(sizes)).toBe(least);
    expect(sizes.filter((size) => size >= least).length).toBeLessThanOrEqual(sizes.length * 0.02);
  });

  it('do not count what has no size', () => {
    expect(topSize([...upTo(49), 0, 0])).toBeUndefined();
  });
});

it.each([
  [aBomb('b', 20), 20],
  [aCheer({}, 300), 300],
  [anEvent('raid_in', { viewers: 7 }), 7],
  [aSub(), 0],
])('the size of an event is what moments are compared by', (event, size) => {
  expect(sizeOf(event)).toBe(size);
});

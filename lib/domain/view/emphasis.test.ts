import { describe, expect, it } from 'vitest';
import type { FeedRow } from '@/lib/domain/row/row';
import { aBomb, aCheer, anEvent } from '@/tests/support/builders/events';
import { aRow } from '@/tests/support/builders/rows';
import { toneOf, weightOf } from './emphasis';
import { DEFAULT_MOMENTS } from './moments';

const sizes = DEFAULT_MOMENTS.sizes;
const isNotable = (row: FeedRow) => weightOf(row, sizes) !== 'plain';

const sub = { message: '', durationMonths: 1 };

describe('toneOf', () => {
  it.each([
    [1, 'plain'],
    [99, 'plain'],
    [100, 'bits_100'],
    [1000, 'bits_1000'],
    [5000, 'bits_5000'],
    [25_000, 'bits_10000'],
  ])('of a cheer of %i bits is %s', (bits, tone) => {
    expect(toneOf(aRow(aCheer({}, bits)))).toBe(tone);
  });

  it('differs between Prime and a tier', () => {
    expect(toneOf(aRow(anEvent('sub', { ...sub, tier: '1000', isPrime: true })))).toBe('prime');
    expect(toneOf(aRow(anEvent('sub', { ...sub, tier: '1000', isPrime: false })))).toBe('plain');
  });

  it.each([
    ['purple', 'announcement_purple'],
    ['primary', 'plain'],
    ['constructor', 'plain'],
  ])('of an announcement in %s is %s', (color, tone) => {
    expect(toneOf(aRow(anEvent('announcement', { message: '', color })))).toBe(tone);
  });
});

describe('a row that is more than plain', () => {
  it.each([
    [999, false],
    [1000, true],
  ])('of a cheer of %i bits is %s', (bits, expected) => {
    expect(isNotable(aRow(aCheer({}, bits)))).toBe(expected);
  });

  it.each([
    [49, false],
    [50, true],
  ])('of a raid of %i viewers is %s', (viewers, expected) => {
    expect(isNotable(aRow(anEvent('raid_in', { viewers })))).toBe(expected);
  });

  it.each([
    [null, false],
    [1000, true],
  ])('of a power-up of %s bits is %s', (bits, expected) => {
    const detail = { message: '', effect: 'celebration', title: null, bits };
    expect(isNotable(aRow(anEvent('power_up', detail)))).toBe(expected);
    expect(toneOf(aRow(anEvent('power_up', detail)))).toBe(bits === null ? 'plain' : 'bits_1000');
  });

  it.each([true, false])('of an ended goal is true only if it was reached (%s)', (isAchieved) => {
    const goal = { goalId: '1', goalType: 'follow', description: '', current: 1, target: 2 };
    expect(isNotable(aRow(anEvent('goal_end', { ...goal, isAchieved })))).toBe(isAchieved);
  });

  it('is true for the highest tier and for every gift bomb', () => {
    const tier3 = anEvent('sub', { ...sub, tier: '3000', isPrime: false });
    expect(isNotable(aRow(tier3))).toBe(true);
    expect(isNotable(aRow(aBomb('b', 5), { total: 5, recipients: [] }))).toBe(true);
  });

  it.each([
    [undefined, true],
    ['rerun', false],
  ])('of a broadcast of type %s is %s', (broadcastType, expected) => {
    const detail = { streamId: '1', startedAt: 0, ...(broadcastType && { broadcastType }) };
    expect(isNotable(aRow(anEvent('stream_online', detail)))).toBe(expected);
  });
});

describe('a moment', () => {
  it.each([
    ['a cheer below the size', aRow(aCheer({}, 4999)), 'notable'],
    ['a cheer', aRow(aCheer({}, 5000)), 'moment'],
    ['a raid below the size', aRow(anEvent('raid_in', { viewers: 499 })), 'notable'],
    ['a raid', aRow(anEvent('raid_in', { viewers: 500 })), 'moment'],
    ['a small gift bomb', aRow(aBomb('b', 19), { total: 19, recipients: [] }), 'notable'],
    ['a gift bomb', aRow(aBomb('b', 20), { total: 20, recipients: [] }), 'moment'],
    ['a header of a gift bomb without gifts', aRow(aBomb('b', 20)), 'moment'],
    [
      'a gift bomb of unknown size',
      aRow(aBomb('b', 0), { total: null, recipients: [] }),
      'notable',
    ],
  ] as const)('is told by its size: %s', (_name, row, weight) => {
    expect(weightOf(row, sizes)).toBe(weight);
  });

  it('is told by the sizes that the user has chosen', () => {
    expect(weightOf(aRow(aCheer({}, 100)), { ...sizes, bits: 100 })).toBe('moment');
  });
});

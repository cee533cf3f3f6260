import { describe, expect, it } from 'vitest';
import { aBomb, aCheer, anEvent } from '@/tests/support/builders/events';
import { aRow } from '@/tests/support/builders/rows';
import { isImportant, toneOf } from './emphasis';

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

describe('isImportant', () => {
  it.each([
    [999, false],
    [1000, true],
  ])('of a cheer of %i bits is %s', (bits, expected) => {
    expect(isImportant(aRow(aCheer({}, bits)))).toBe(expected);
  });

  it.each([
    [49, false],
    [50, true],
  ])('of a raid of %i viewers is %s', (viewers, expected) => {
    expect(isImportant(aRow(anEvent('raid_in', { viewers })))).toBe(expected);
  });

  it.each([
    [null, false],
    [1000, true],
  ])('of a power-up of %s bits is %s', (bits, expected) => {
    const detail = { message: '', effect: 'celebration', title: null, bits };
    expect(isImportant(aRow(anEvent('power_up', detail)))).toBe(expected);
    expect(toneOf(aRow(anEvent('power_up', detail)))).toBe(bits === null ? 'plain' : 'bits_1000');
  });

  it.each([true, false])('of an ended goal is true only if it was reached (%s)', (isAchieved) => {
    const goal = { goalId: '1', goalType: 'follow', description: '', current: 1, target: 2 };
    expect(isImportant(aRow(anEvent('goal_end', { ...goal, isAchieved })))).toBe(isAchieved);
  });

  it('is true for the highest tier and for every gift bomb', () => {
    const tier3 = anEvent('sub', { ...sub, tier: '3000', isPrime: false });
    expect(isImportant(aRow(tier3))).toBe(true);
    expect(isImportant(aRow(aBomb('b', 5), { total: 5, recipients: [] }))).toBe(true);
  });

  it.each([
    [undefined, true],
    ['rerun', false],
  ])('of a broadcast of type %s is %s', (broadcastType, expected) => {
    const detail = { streamId: '1', startedAt: 0, ...(broadcastType && { broadcastType }) };
    expect(isImportant(aRow(anEvent('stream_online', detail)))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { evening } from '../../tests/simulator/scenario/evening.ts';
import { EVENING_HOURS, readOptions } from './options.ts';

describe('readOptions', () => {
  it.each([
    [[], { evenings: 30, speed: 300, seed: 1, streamers: 5 }],
    [
      ['--hours', '6', '--speed', '720', '--seed', '9', '--streamers', '3'],
      { evenings: 2, speed: 720, seed: 9, streamers: 3 },
    ],
    [['--hours', '1', '--streamers', '99'], { evenings: 1, speed: 300, seed: 1, streamers: 5 }],
  ])('parses %j', (args, options) => {
    expect(readOptions(args)).toEqual(options);
  });

  it.each([
    ['--hours', '0'],
    ['--hours', 'long'],
    ['--speed', 'Infinity'],
    ['--seed', '0'],
    ['--streamers', '0'],
  ])('throws for %s %s, and names the valid values', (name, value) => {
    expect(() => readOptions([name, value])).toThrow(`${name} is a number above 0`);
  });

  it('throws for an unknown option', () => {
    expect(() => readOptions(['--days', '3'])).toThrow('--days');
  });

  it('uses the length of an evening in the simulator', () => {
    expect(evening(1).at(-1)?.atSeconds).toBe(EVENING_HOURS * 3600);
  });
});

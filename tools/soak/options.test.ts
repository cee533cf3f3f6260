import { describe, expect, it } from 'vitest';
import { evening } from '../../tests/simulator/scenario/evening.ts';
import { EVENING_HOURS, readOptions } from './options.ts';

describe('the options of a soak', () => {
  it.each([
    [[], { evenings: 30, speed: 300, seed: 1 }],
    [['--hours', '6', '--speed', '720', '--seed', '9'], { evenings: 2, speed: 720, seed: 9 }],
    [['--hours', '1'], { evenings: 1, speed: 300, seed: 1 }],
  ])('reads %j', (args, options) => {
    expect(readOptions(args)).toEqual(options);
  });

  it.each([
    ['--hours', '0'],
    ['--hours', 'long'],
    ['--speed', 'Infinity'],
    ['--seed', '0'],
  ])('refuses %s %s, and says what is right', (name, value) => {
    expect(() => readOptions([name, value])).toThrow(`${name} is a number above 0`);
  });

  it('refuses what it does not know', () => {
    expect(() => readOptions(['--days', '3'])).toThrow('--days');
  });

  it('knows how long an evening of the simulator is', () => {
    expect(evening(1).at(-1)?.atSeconds).toBe(EVENING_HOURS * 3600);
  });
});

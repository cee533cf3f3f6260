import { describe, expect, it } from 'vitest';
import { calendar } from './calendar.ts';

const MONTH = { evenings: 30, speed: 300, seed: 4 };
const kindsOf = (evenings: ReturnType<typeof calendar>) =>
  evenings.flatMap(({ happenings }) => happenings.map(({ kind }) => kind));

describe('the calendar of a soak', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(calendar(MONTH)).toEqual(calendar(MONTH));
    expect(calendar({ ...MONTH, seed: 5 })).not.toEqual(calendar(MONTH));
  });

  it('has every kind of happening in a month', () => {
    expect(new Set(kindsOf(calendar(MONTH))).size).toBe(14);
  });

  it('plays other evenings every night, each in the order of time', () => {
    const evenings = calendar(MONTH);
    expect(new Set(evenings.map(({ seed }) => seed)).size).toBe(30);
    for (const { happenings } of evenings) {
      const times = happenings.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(1);
    }
  });

  it('leaves a good minute without losses after every rough evening', () => {
    const calm = calendar(MONTH).filter((_, night) => night % 2 === 1);
    const harmless = new Set(['hand_over', 'failing_hand_over', 'nap', 'sent_twice']);
    expect(kindsOf(calm).filter((kind) => !harmless.has(kind))).toEqual([]);
  });

  it('lets the worker live once its memory is watched', () => {
    expect(kindsOf(calendar(MONTH).slice(10))).not.toContain('worker_ended');
    expect(kindsOf(calendar(MONTH).slice(0, 10))).toContain('worker_ended');
  });
});

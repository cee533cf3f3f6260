import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.ts';

const MONTH = { evenings: 30, speed: 300, seed: 4, streamers: 1 };
const kindsIn = (evenings: ReturnType<typeof createCalendar>) =>
  evenings.flatMap(({ incidents }) => incidents.map(({ kind }) => kind));

describe('createCalendar', () => {
  it('returns the same evenings for the same seed, and others for another seed', () => {
    expect(createCalendar(MONTH)).toEqual(createCalendar(MONTH));
    expect(createCalendar({ ...MONTH, seed: 5 })).not.toEqual(createCalendar(MONTH));
  });

  it('plans every kind of incident within a month', () => {
    expect(new Set(kindsIn(createCalendar(MONTH))).size).toBe(14);
  });

  it('plans a different evening every night, with its incidents in order of time', () => {
    const evenings = createCalendar(MONTH);
    expect(new Set(evenings.map(({ seed }) => seed)).size).toBe(30);
    for (const { incidents } of evenings) {
      const times = incidents.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(1);
    }
  });

  it('plans an evening without losses after every rough evening', () => {
    const calm = createCalendar(MONTH).filter((_, night) => night % 2 === 1);
    const harmless = new Set([
      'session_reconnect',
      'failing_session_reconnect',
      'nap',
      'sent_twice',
    ]);
    expect(kindsIn(calm).filter((kind) => !harmless.has(kind))).toEqual([]);
  });

  it('ends no worker after the first third of the evenings', () => {
    expect(kindsIn(createCalendar(MONTH).slice(10))).not.toContain('worker_ended');
    expect(kindsIn(createCalendar(MONTH).slice(0, 10))).toContain('worker_ended');
  });
});

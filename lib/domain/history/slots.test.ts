import { describe, expect, it } from 'vitest';
import { hoursOfDay, packDay } from '@/lib/domain/log-index/day-record';
import { HOUR, MINUTE, startOfUtcDay } from '@/lib/time';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import { familiesIn, partialSlots, slotsOf, totalsOf } from './slots';

const at = (minute: number) => START + minute * MINUTE;
const span = (from: number, until: number) => ({ from: at(from), until: at(until) });

describe('the parts of a time that do not fill a slot', () => {
  it.each([
    ['none', 5, 15, []],
    [
      'both ends',
      3,
      17,
      [
        [3, 5],
        [15, 17],
      ],
    ],
    ['the beginning', 3, 15, [[3, 5]]],
    ['all of a time within one slot', 6, 8, [[6, 8]]],
    ['all of a time beside a whole slot', 3, 5, [[3, 5]]],
    ['none of no time', 5, 5, []],
    ['the beginning of what goes on', 3, Infinity, [[3, 5]]],
  ])('are %s', (_, from, until, parts) => {
    expect(partialSlots(span(from, until))).toEqual(parts.map(([a = 0, b = 0]) => span(a, b)));
  });
});

describe('slots', () => {
  const twelve = (numbers: Record<number, number>) =>
    Array.from({ length: 12 }, (_, slot) => numbers[slot] ?? 0);
  const hours = [
    {
      streamer_id: '100',
      hour: START,
      counts: { cheer: twelve({ 0: 9, 1: 2, 11: 1 }) },
      bits: twelve({ 0: 900, 1: 200, 11: 5 }),
    },
    { streamer_id: '100', hour: START + HOUR, counts: { sub: twelve({ 0: 3, 5: 7 }) } },
  ];
  const day = packDay('100', startOfUtcDay(START), hours);

  it('are the whole ones of the records, and the events of the others', () => {
    const events = [aCheer({ created_at: at(3) }, 50), aSub({ created_at: at(66) })];
    const slots = slotsOf(hoursOfDay(day), events, span(3, 67));
    expect(slots).toEqual([
      { at: at(0), counts: { cheer: 1 }, bits: 50 },
      { at: at(5), counts: { cheer: 2 }, bits: 200 },
      { at: at(55), counts: { cheer: 1 }, bits: 5 },
      { at: at(60), counts: { sub: 3 }, bits: 0 },
      { at: at(65), counts: { sub: 1 }, bits: 0 },
    ]);
    expect(totalsOf(slots)).toEqual({
      counts: { cheer: 4, sub: 4 },
      bits: 255,
      events: 8,
      peak: { at: at(60), events: 3 },
    });
  });

  it('have the earliest of several peaks, and none without events', () => {
    const slot = (minute: number) => ({ at: at(minute), counts: { sub: 2 }, bits: 0 });
    expect(totalsOf([slot(5), slot(10)]).peak?.at).toBe(at(5));
    expect(totalsOf([])).toEqual({ counts: {}, bits: 0, events: 0, peak: null });
  });

  it('are summed up by family', () => {
    const families = familiesIn({ sub: 1, resub: 2, gift: 3, follow: 4, poll_end: 5, ban: 6 });
    expect(families).toEqual({
      subs: 3,
      gifts: 3,
      cheers: 0,
      raids: 0,
      follows: 4,
      together: 5,
      other: 6,
    });
  });
});

import { expect, it } from 'vitest';
import { HOUR, MINUTE, startOfUtcDay } from '@/lib/time';
import { aCheer, anEvent, aSub } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import { eachBits, eachKind, eachSlot, hoursOfDay, packDay, unpackHour } from './day-record';
import { addToHour, emptyHour } from './hour';

const EARLY = [
  aCheer({ created_at: START }, 500),
  aCheer({ created_at: START + HOUR - 1 }, 20),
  aSub({ created_at: START + 5 * MINUTE }),
].reduce(addToHour, emptyHour('100', START));
const LATE = [anEvent('raid_in', { viewers: 2 ** 40 }, { created_at: START + HOUR })].reduce(
  addToHour,
  emptyHour('100', START + HOUR),
);

it('keeps all of the hours of a day, in order', () => {
  const day = packDay('100', startOfUtcDay(START), [LATE, EARLY]);
  expect(day.kinds).toBe('cheer raid_in sub');
  expect([...day.slots]).toEqual([0, 1, 11, 1, 25, 1, 12, 1]);
  expect(hoursOfDay(day).map(unpackHour)).toEqual([EARLY, LATE]);
});

it('is visited by slots, by kinds and by Bits', () => {
  const [hour] = hoursOfDay(packDay('100', startOfUtcDay(START), [EARLY, LATE]));
  if (hour === undefined) throw new Error('There is no hour.');
  const visited: unknown[][] = [];
  const visit = (...what: unknown[]) => void visited.push(what);
  eachSlot(hour, visit);
  eachKind(hour, visit);
  eachBits(hour, visit);
  expect(visited).toEqual([
    ['cheer', 0, 1],
    ['cheer', 11, 1],
    ['sub', 1, 1],
    ['cheer', 2],
    ['sub', 1],
    [0, 500],
    [11, 20],
  ]);
});

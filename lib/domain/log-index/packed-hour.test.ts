import { expect, it } from 'vitest';
import { aCheer, aSub } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import { addToHour, emptyHour } from './hour';
import { packHour, unpackHour } from './packed-hour';

it('keeps all of an hour, in less room', () => {
  const events = [
    aCheer({ created_at: START }, 500),
    aCheer({ created_at: START + 3_599_999 }, 20),
    aSub({ created_at: START + 300_000 }),
  ];
  const hour = events.reduce(addToHour, emptyHour('100', START));
  expect(packHour(hour)).toMatchObject({ kinds: 'cheer sub', slots: [0, 1, 11, 1, 13, 1] });
  expect(unpackHour(packHour(hour))).toEqual(hour);
});

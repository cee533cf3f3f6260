import { expect, it } from 'vitest';
import { EVENT_KINDS } from '../event/event-kind';
import { countsByKind, totalOf } from './kind-counts';

it('adds up what several channels counted, the most first', () => {
  expect(
    countsByKind([
      { cheer: 2, sub: 1, resub: 3 },
      { resub: 1, follow: 1 },
    ]),
  ).toEqual([
    { kind: 'resub', count: 4 },
    { kind: 'cheer', count: 2 },
    { kind: 'sub', count: 1 },
    { kind: 'follow', count: 1 },
  ]);
});

it('leaves out no kind', () => {
  const counts = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, 1]));
  expect(countsByKind([counts]).map(({ kind }) => kind)).toEqual(EVENT_KINDS);
  expect(totalOf(counts)).toBe(EVENT_KINDS.length);
});

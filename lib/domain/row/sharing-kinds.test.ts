import { expect, it } from 'vitest';
import { EVENT_KINDS, type EventKind } from '../event/event-kind';
import { choiceOf } from '../filter/filter';
import { kindsOfRowsWith } from './sharing-kinds';

/** What has phases with one thread; see the keys of phases. */
const PHASED = /^(hype_train|poll|prediction|goal|charity)_(?:begin|progress|lock|end)$/;

/** Returns what connects the events of a row; `null` for kinds whose rows have no other kinds. */
function thingOf(kind: EventKind): string | null {
  if (kind === 'gift' || kind === 'community_gift') return 'gift bomb';
  return PHASED.exec(kind)?.[1] ?? null;
}

it.each(EVENT_KINDS)('finds the rows with a %s by all kinds that share them', (kind) => {
  const thing = thingOf(kind);
  const expected =
    thing === null ? [kind] : EVENT_KINDS.filter((other) => thingOf(other) === thing);
  expect(kindsOfRowsWith(kind).toSorted()).toEqual(expected.toSorted());
});

it.each(EVENT_KINDS)('leaves the rows with a %s in one choice of the filter', (kind) => {
  const choices = new Set(kindsOfRowsWith(kind).map(choiceOf));
  expect([...choices]).toEqual([choiceOf(kind)]);
});

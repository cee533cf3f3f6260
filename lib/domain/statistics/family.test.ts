import { expect, it } from 'vitest';
import { EVENT_KINDS } from '../event/event-kind';
import { CHOICES, choiceOf } from '../filter/filter';
import { choicesOf, FAMILIES, familyOf } from './family';

it('has each kind in one family, whose filter choices show it', () => {
  for (const kind of EVENT_KINDS) {
    const choice = choiceOf(kind);
    const families = FAMILIES.filter((family) => choicesOf(family).some((each) => each === choice));
    expect([kind, families]).toEqual([kind, [familyOf(kind)]]);
  }
});

it('has each filter choice in one family', () => {
  expect(FAMILIES.flatMap(choicesOf).toSorted()).toEqual(CHOICES.toSorted());
});

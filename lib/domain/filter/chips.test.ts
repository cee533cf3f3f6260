import { expect, it } from 'vitest';
import { MORE_CHIPS, QUICK_CHIPS, withChip } from './chips';
import { CHOICES, DEFAULT_FILTER, isChoiceShown, withChoice, withLeast } from './filter';

const STORED = { ...withChoice(DEFAULT_FILTER, 'raids', false), subsAndCheersOnly: true };

it('leaves the filter as it is for everything', () => {
  expect(withChip(STORED, 'all')).toBe(STORED);
});

it.each(CHOICES)('shows only %s, even if the stored filter hides it', (chip) => {
  const filter = withChip(STORED, chip);
  expect(CHOICES.filter((choice) => isChoiceShown(choice, filter))).toEqual([chip]);
});

it('keeps the minimum sizes', () => {
  const filter = withChip(withLeast(DEFAULT_FILTER, 'bits', 100), 'cheers');
  expect(filter.least.bits).toBe(100);
});

it('has each choice once, quick or behind "More"', () => {
  expect([...QUICK_CHIPS.slice(1), ...MORE_CHIPS].toSorted()).toEqual(CHOICES.toSorted());
});

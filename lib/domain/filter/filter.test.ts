import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../event/event-kind';
import {
  CHOICES,
  DEFAULT_FILTER,
  FILTER_CHOICES,
  type Filter,
  isChoiceShown,
  isFiltering,
  isKindShown,
  SIZES,
  withChoice,
  withLeast,
} from './filter';

const ONLY: Filter = { ...DEFAULT_FILTER, subsAndCheersOnly: true };

it('has every kind in exactly one choice', () => {
  const chosen = CHOICES.flatMap((choice) => [...FILTER_CHOICES[choice]]);
  expect(chosen.toSorted()).toEqual(EVENT_KINDS.toSorted());
});

describe('a filter of kinds', () => {
  it('shows every kind by default', () => {
    expect(EVENT_KINDS.filter((kind) => !isKindShown(kind, DEFAULT_FILTER))).toEqual([]);
    expect(isFiltering(DEFAULT_FILTER)).toBe(false);
  });

  it.each(CHOICES)('hides the kinds of %s and no others', (choice) => {
    const filter = withChoice(DEFAULT_FILTER, choice, false);
    const hidden = EVENT_KINDS.filter((kind) => !isKindShown(kind, filter));
    expect(new Set(hidden)).toEqual(new Set(FILTER_CHOICES[choice]));
    expect(isFiltering(filter)).toBe(true);
    expect(withChoice(filter, choice, true)).toEqual(DEFAULT_FILTER);
  });

  it('hides a choice only once', () => {
    const once = withChoice(DEFAULT_FILTER, 'raids', false);
    expect(withChoice(once, 'raids', false)).toEqual(once);
  });

  it('shows only subs, gifts and cheers', () => {
    expect(CHOICES.filter((choice) => isChoiceShown(choice, ONLY))).toEqual([
      'subs',
      'gifts',
      'cheers',
    ]);
    expect(isFiltering(ONLY)).toBe(true);
  });

  it('still hides hidden choices among subs, gifts and cheers', () => {
    const filter = withChoice(ONLY, 'gifts', false);
    expect(CHOICES.filter((choice) => isChoiceShown(choice, filter))).toEqual(['subs', 'cheers']);
  });
});

it.each(SIZES)('filters by a minimum size of %s, but not by 0', (size) => {
  const filter = withLeast(DEFAULT_FILTER, size, 2);
  expect(filter.least).toEqual({ ...DEFAULT_FILTER.least, [size]: 2 });
  expect(isFiltering(filter)).toBe(true);
  expect(isFiltering(withLeast(filter, size, 0))).toBe(false);
});

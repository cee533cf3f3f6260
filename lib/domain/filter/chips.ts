import { CHOICES, type Filter, type FilterChoice } from './filter';

/** What a list shows for a moment: everything that the stored filter lets through, or one thing. */
export type Chip = 'all' | FilterChoice;

/** The choices that are one click away. */
export const QUICK_CHIPS = ['all', 'subs', 'gifts', 'cheers', 'raids'] as const;

/** The choices behind "More". */
export const MORE_CHIPS: readonly FilterChoice[] = CHOICES.filter(
  (choice) => !QUICK_CHIPS.some((quick) => quick === choice),
);

/**
 * Returns the filter of a list with a chip. The chip shows its events even if the stored filter hides
 * all of them: the user has just asked for them. What is too small stays hidden.
 */
export function withChip(filter: Filter, chip: Chip): Filter {
  if (chip === 'all') return filter;
  const hidden = CHOICES.filter((choice) => choice !== chip);
  return { ...filter, subsAndCheersOnly: false, hidden };
}

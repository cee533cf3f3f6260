import type { EventKind } from '../event/event-kind';
import { CHOICES, choiceOf, type FilterChoice } from '../filter/filter';

/** What the charts tell apart, in the order of their bars from below. */
export const FAMILIES = [
  'subs',
  'gifts',
  'cheers',
  'raids',
  'follows',
  'together',
  'other',
] as const;

/** One of {@link FAMILIES}. */
export type Family = (typeof FAMILIES)[number];

/** The number of events of each family. */
export type FamilyCounts = Record<Family, number>;

const FAMILY_OF_CHOICE: Readonly<Partial<Record<FilterChoice, Family>>> = {
  subs: 'subs',
  gifts: 'gifts',
  cheers: 'cheers',
  raids: 'raids',
  follows: 'follows',
  hype_trains: 'together',
  polls: 'together',
  predictions: 'together',
  goals: 'together',
};

const familyOfChoice = (choice: FilterChoice): Family => FAMILY_OF_CHOICE[choice] ?? 'other';

/** Returns the family of an event kind. */
export function familyOf(kind: EventKind): Family {
  const choice = choiceOf(kind);
  return choice === null ? 'other' : familyOfChoice(choice);
}

/** Returns the filter choices that show the events of a family, and no others. */
export function choicesOf(family: Family): FilterChoice[] {
  return CHOICES.filter((choice) => familyOfChoice(choice) === family);
}

/** Returns counts of 0. */
export function noCounts(): FamilyCounts {
  return { subs: 0, gifts: 0, cheers: 0, raids: 0, follows: 0, together: 0, other: 0 };
}

/** Returns the number of events of all families. */
export function totalOf(counts: FamilyCounts): number {
  return FAMILIES.reduce((sum, family) => sum + counts[family], 0);
}

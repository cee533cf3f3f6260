import type { EventKind } from '../event/event-kind';
import { FILTER_CHOICES } from '../filter/filter';

/** The kinds whose events can be in one row, because they can have one thread. */
const SHARING: readonly (readonly EventKind[])[] = [
  ['gift', 'community_gift'],
  ['charity_begin', 'charity_progress', 'charity_end'],
  FILTER_CHOICES.hype_trains,
  FILTER_CHOICES.polls,
  FILTER_CHOICES.predictions,
  FILTER_CHOICES.goals,
];

/**
 * Returns the kinds of the events that can begin a row with an event of `kind`. Rows are found by the
 * event that begins them, which is the one that arrived first: any part of a gift bomb, and any phase
 * of a poll. So all kinds that share rows begin the rows of each other. Any other row has events of
 * one kind only.
 */
export function kindsOfRowsWith(kind: EventKind): readonly EventKind[] {
  return SHARING.find((kinds) => kinds.includes(kind)) ?? [kind];
}

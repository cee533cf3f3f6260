import type { StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { MomentSizes } from './emphasis';

/** The kinds of events whose sizes are compared with each other. */
export const SIZED_KINDS: Readonly<Record<keyof MomentSizes, readonly EventKind[]>> = {
  gifts: ['community_gift'],
  viewers: ['raid_in'],
  bits: ['cheer', 'power_up'],
};

/** Fewer events say nothing about what is large on a channel. */
const ENOUGH = 50;

/** The part of the events that are moments. */
const TOP = 0.02;

/** Returns the size of an event of {@link SIZED_KINDS}; 0 if it has none, or if it is unknown. */
export function sizeOf(event: StreamEvent): number {
  switch (event.event_type) {
    case 'community_gift':
      return event.detail.total;
    case 'raid_in':
      return event.detail.viewers;
    case 'cheer':
    case 'power_up':
      return event.detail.bits ?? 0;
    default:
      return 0;
  }
}

/**
 * Returns the least size that at most the top 2 % of these sizes have, `undefined` if there are too
 * few. Where more than these have the largest size, only something larger is a moment.
 */
export function topSize(sizes: readonly number[]): number | undefined {
  const known = sizes.filter((size) => size > 0).toSorted((a, b) => b - a);
  if (known.length < ENOUGH) return undefined;
  const [largest = 0] = known;
  const count = Math.floor(known.length * TOP);
  // The largest one that is no longer at the top.
  const below = known[count] ?? 0;
  return known.slice(0, count).findLast((size) => size > below) ?? largest + 1;
}

import type { StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import { type FeedRow, rowKind, type StoredEvent, toRow } from '../row/row';
import { type Filter, isKindShown, SIZES, type Size } from './filter';

/** Subscription tiers by Twitch's own numbers; Prime comes as the first. */
const TIERS: ReadonlyMap<string, number> = new Map([
  ['1000', 1],
  ['2000', 2],
  ['3000', 3],
]);

/** Kinds that have a size, by size. */
const SIZED: Readonly<Record<Size, readonly EventKind[]>> = {
  bits: ['cheer', 'power_up'],
  viewers: ['raid_in', 'raid_out'],
  months: ['resub'],
  tier: ['sub', 'resub', 'gift', 'community_gift', 'prime_upgrade', 'sub_end'],
  gifts: ['gift', 'community_gift'],
};

/** The sizes of an event; `null` where one is not known. */
type Sizes = Partial<Record<Size, number | null>>;

function tierOf(detail: { tier: string; isPrime?: boolean }): number | null {
  return detail.isPrime === true ? 1 : (TIERS.get(detail.tier) ?? null);
}

function sizesOfSub(event: StreamEvent): Sizes {
  switch (event.event_type) {
    case 'sub':
    case 'prime_upgrade':
    case 'sub_end':
      return { tier: tierOf(event.detail) };
    case 'resub':
      // Where Twitch told none, there are none.
      return { tier: tierOf(event.detail), months: event.detail.cumulativeMonths || null };
    case 'gift':
      return { tier: tierOf(event.detail), gifts: 1 };
    case 'community_gift':
      return { tier: tierOf(event.detail), gifts: event.detail.total };
    default:
      return {};
  }
}

function sizesOf({ event, bomb }: FeedRow): Sizes {
  switch (event.event_type) {
    case 'cheer':
    case 'power_up':
      return { bits: event.detail.bits };
    case 'raid_in':
    case 'raid_out':
      return { viewers: event.detail.viewers };
    default: {
      const sizes = sizesOfSub(event);
      return bomb === null ? sizes : { ...sizes, gifts: bomb.total };
    }
  }
}

/**
 * Whether a filter lets a row be shown. Pure. Only what has a size can be too small: a new sub has no
 * months, and a size that Twitch did not tell, a tier nobody knows, or a gift bomb whose header has
 * not come yet is shown.
 */
export function passes(row: FeedRow, filter: Filter): boolean {
  if (!isKindShown(rowKind(row), filter)) return false;
  const sizes = sizesOf(row);
  return SIZES.every((size) => (sizes[size] ?? Number.POSITIVE_INFINITY) >= filter.least[size]);
}

/** Whether a filter may leave out events of that kind for their size. */
export function isSized(kind: EventKind, { least }: Filter): boolean {
  return SIZES.some((size) => least[size] > 0 && SIZED[size].includes(kind));
}

/**
 * Whether a filter lets the row that `anchor` begins be shown, as far as the anchor alone can tell:
 * never `false` where the row as a whole would pass.
 */
export function mayPass(anchor: StoredEvent, filter: Filter): boolean {
  return passes(toRow(anchor, [anchor]), filter);
}

/** Whether only the rest of its row can tell if an anchor passes: a gift whose bomb may be too small. */
export function isUndecided(anchor: StoredEvent, { least }: Filter): boolean {
  return anchor.event_type === 'gift' && anchor.thread !== undefined && least.gifts > 0;
}

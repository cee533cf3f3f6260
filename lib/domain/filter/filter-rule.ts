import type { StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import { type FeedRow, rowKind, type StoredEvent, toRow } from '../row/row';
import { type Filter, isKindShown, SIZES, type Size } from './filter';

/** Subscription tiers by Twitch's numbers. Prime counts as Tier 1. */
const TIERS: ReadonlyMap<string, number> = new Map([
  ['1000', 1],
  ['2000', 2],
  ['3000', 3],
]);

/** The kinds that have a size, by size. */
const SIZED: Readonly<Record<Size, readonly EventKind[]>> = {
  bits: ['cheer', 'power_up'],
  viewers: ['raid_in', 'raid_out'],
  months: ['resub'],
  tier: ['sub', 'resub', 'gift', 'community_gift', 'prime_upgrade', 'sub_end'],
  gifts: ['gift', 'community_gift'],
};

/** The sizes of an event; `null` if one is unknown. */
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
      // 0 months means that Twitch did not report them.
      return { tier: tierOf(event.detail), months: event.detail.cumulativeMonths || null };
    case 'gift':
      return { tier: tierOf(event.detail), gifts: event.detail.notice ? null : 1 };
    case 'community_gift':
      return { tier: tierOf(event.detail), gifts: event.detail.total || null };
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
      return bomb === null ? sizes : { ...sizes, gifts: bomb.total || null };
    }
  }
}

/**
 * Returns true if a row passes a filter. A row without a size cannot be too small: a new sub, which
 * has no months, passes every minimum of months. A row with an unknown size also passes, such as a
 * new tier, or a gift bomb whose header has not arrived.
 */
export function passes(row: FeedRow, filter: Filter): boolean {
  if (!isKindShown(rowKind(row), filter)) return false;
  const sizes = sizesOf(row);
  return SIZES.every((size) => (sizes[size] ?? Number.POSITIVE_INFINITY) >= filter.least[size]);
}

/** Returns true if the filter can leave out events of a kind because of their size. */
export function isSized(kind: EventKind, { least }: Filter): boolean {
  return SIZES.some((size) => least[size] > 0 && SIZED[size].includes(kind));
}

/**
 * Returns false if the row that `anchor` begins certainly does not pass the filter. If it returns
 * true, the row as a whole can still fail, see {@link isUndecided}.
 */
export function mayPass(anchor: StoredEvent, filter: Filter): boolean {
  return passes(toRow(anchor, [anchor]), filter);
}

/** Returns true if the rest of the row decides whether it passes: a gift bomb may be too small. */
export function isUndecided(anchor: StoredEvent, { least }: Filter): boolean {
  return anchor.event_type === 'gift' && anchor.thread !== undefined && least.gifts > 0;
}

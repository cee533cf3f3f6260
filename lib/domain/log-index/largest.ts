import type { StreamEvent } from '../event/event';

/** The sizes whose largest values are kept with each hour. */
export const LARGEST = [
  /** Bits of a cheer or a power-up. */
  'bits',
  /** Gifts of a gift bomb. */
  'gifts',
  /** Viewers of a raid that arrived. */
  'viewers',
  /** Broadcasts of a watch streak. */
  'streak',
  /** Total months of a resub. */
  'months',
] as const;

/** One of {@link LARGEST}. */
export type LargestSize = (typeof LARGEST)[number];

/** The largest values; those of which there are none are absent. */
export type Largest = Partial<Record<LargestSize, number>>;

/** The size of an event that may be the largest. */
export interface Sized {
  name: LargestSize;
  size: number;
}

/** Returns the size of an event; `null` if it has none of these, or if it is unknown. */
export function sizedOf(event: StreamEvent): Sized | null {
  switch (event.event_type) {
    case 'cheer':
    case 'power_up':
      return sized('bits', event.detail.bits);
    case 'community_gift':
      return sized('gifts', event.detail.total);
    case 'raid_in':
      return sized('viewers', event.detail.viewers);
    case 'watch_streak':
      return sized('streak', event.detail.streams);
    case 'resub':
      return sized('months', event.detail.cumulativeMonths);
    default:
      return null;
  }
}

function sized(name: LargestSize, size: number | null): Sized | null {
  return size === null || size <= 0 ? null : { name, size };
}

/** Returns the largest values with those of an event. */
export function withLargest(largest: Largest | undefined, { name, size }: Sized): Largest {
  return { ...largest, [name]: Math.max(largest?.[name] ?? 0, size) };
}

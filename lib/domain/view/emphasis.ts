import { isLiveBroadcast } from '../event/broadcast';
import type { EventKind } from '../event/event-kind';
import type { FeedRow } from '../row/row';

/** Differences within a kind that Twitch shows by a color or an icon. */
export type Tone =
  | 'plain'
  | 'prime'
  | `bits_${'100' | '1000' | '5000' | '10000'}`
  | `announcement_${'blue' | 'green' | 'orange' | 'purple'}`;

/** The minimum bits of each of Twitch's cheer colors, highest first. */
const CHEERS = [
  [10_000, 'bits_10000'],
  [5000, 'bits_5000'],
  [1000, 'bits_1000'],
  [100, 'bits_100'],
] as const;

const ANNOUNCEMENTS: ReadonlyMap<string, Tone> = new Map([
  ['blue', 'announcement_blue'],
  ['green', 'announcement_green'],
  ['orange', 'announcement_orange'],
  ['purple', 'announcement_purple'],
]);

function toneOfBits(bits: number): Tone {
  return CHEERS.find(([from]) => bits >= from)?.[1] ?? 'plain';
}

/** Returns the tone of a row. */
export function toneOf({ event }: FeedRow): Tone {
  switch (event.event_type) {
    case 'sub':
    case 'resub':
      return event.detail.isPrime ? 'prime' : 'plain';
    case 'cheer':
    case 'power_up':
      return toneOfBits(event.detail.bits ?? 0);
    case 'announcement':
      return ANNOUNCEMENTS.get(event.detail.color) ?? 'plain';
    default:
      return 'plain';
  }
}

const BIG_CHEER = 1000;
const BIG_RAID = 50;
const TOP_TIER = '3000';

/** Kinds that are always notable. */
const ALWAYS_NOTABLE: ReadonlySet<EventKind> = new Set([
  'community_gift',
  'charity_donation',
  'hype_train_begin',
  'hype_train_end',
  'poll_end',
  'prediction_end',
]);

function isBig(event: FeedRow['event']): boolean {
  switch (event.event_type) {
    case 'raid_in':
      return event.detail.viewers >= BIG_RAID;
    case 'cheer':
    case 'power_up':
      return (event.detail.bits ?? 0) >= BIG_CHEER;
    case 'goal_end':
      return event.detail.isAchieved === true;
    case 'sub':
    case 'resub':
      return event.detail.tier === TOP_TIER;
    default:
      return false;
  }
}

/** How much a row stands out among its neighbors. A moment is one that people talk about later. */
export type Weight = 'plain' | 'notable' | 'moment';

/** The least sizes of moments. */
export interface MomentSizes {
  /** Gifts of a gift bomb. */
  gifts: number;
  /** Viewers of a raid. */
  viewers: number;
  /** Bits of a cheer or a power-up. */
  bits: number;
}

function isMoment({ event, bomb }: FeedRow, sizes: MomentSizes): boolean {
  if (bomb !== null) return (bomb.total ?? bomb.recipients.length) >= sizes.gifts;
  switch (event.event_type) {
    case 'community_gift':
      return event.detail.total >= sizes.gifts;
    case 'raid_in':
      return event.detail.viewers >= sizes.viewers;
    case 'cheer':
    case 'power_up':
      return (event.detail.bits ?? 0) >= sizes.bits;
    default:
      return false;
  }
}

/** Returns the weight of a row. */
export function weightOf(row: FeedRow, sizes: MomentSizes): Weight {
  if (isMoment(row, sizes)) return 'moment';
  return isNotable(row) ? 'notable' : 'plain';
}

function isNotable({ event, bomb }: FeedRow): boolean {
  if (bomb !== null || ALWAYS_NOTABLE.has(event.event_type)) return true;
  if (event.event_type === 'stream_online') return isLiveBroadcast(event.detail);
  return isBig(event);
}

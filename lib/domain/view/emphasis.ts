import type { EventKind } from '../event/event-kind';
import type { FeedRow } from '../row/row';

/** What, beside its kind, viewers know a colour or a sign for. */
export type Tone =
  | 'plain'
  | 'prime'
  | `bits_${'100' | '1000' | '5000' | '10000'}`
  | `announcement_${'blue' | 'green' | 'orange' | 'purple'}`;

/** Where Twitch begins a new colour of cheers, from the most bits down. */
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

/** The tone of a row. */
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

/** Kinds of which each is rare enough, and matters enough. */
const ALWAYS: ReadonlySet<EventKind> = new Set([
  'stream_online',
  'community_gift',
  'charity_donation',
  'hype_train_begin',
  'hype_train_end',
  'poll_end',
  'prediction_end',
]);

/** Whether a row deserves to catch the eye among its neighbours. */
export function isImportant({ event, bomb }: FeedRow): boolean {
  if (bomb !== null || ALWAYS.has(event.event_type)) return true;
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

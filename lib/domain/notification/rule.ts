import { isLiveBroadcast } from '../event/broadcast';
import type { StreamEvent } from '../event/event';
import { type FeedRow, rowKind } from '../row/row';
import { type NotificationRules, type NotifiedSize, notificationChoiceOf } from './choices';

/** Nobody is notified of anything older than this. */
const TOLD_WITHIN_MS = 5 * 60_000;

/**
 * Returns true if a time is so recent that a notification of it is no surprise. By Twitch's clock it
 * may be in the future.
 */
export function isFresh(time: number, now: number): boolean {
  return now - time < TOLD_WITHIN_MS;
}

/**
 * Returns true if an event is told to the user when it arrives: nothing that is old, and nothing that
 * was found after a gap. That a stream has begun is told anyway, because looks find it for
 * streamers of whom Twitch does not report it.
 */
export function isNews({ event_type, created_at, found_at }: StreamEvent, now: number): boolean {
  return isFresh(created_at, now) && (found_at === undefined || event_type === 'stream_online');
}

/** The size that decides; unknown ones count as the smallest. `null` for what has none. */
function sizeOf({ event, bomb }: FeedRow): [NotifiedSize, number] | null {
  if (bomb !== null) return ['gifts', bomb.total ?? bomb.recipients.length];
  switch (event.event_type) {
    case 'raid_in':
    case 'raid_out':
      return ['viewers', event.detail.viewers];
    case 'cheer':
    case 'power_up':
      return ['bits', event.detail.bits ?? 0];
    case 'gift':
      return ['gifts', 1];
    case 'community_gift':
      return ['gifts', event.detail.total];
    default:
      return null;
  }
}

/** Returns true if the rules want the user to be notified of a row. */
export function isNotified(row: FeedRow, { choices, least }: NotificationRules): boolean {
  const { event } = row;
  const choice = notificationChoiceOf(rowKind(row));
  if (choice === null || !choices.includes(choice)) return false;
  // A rerun does not mean that the streamer is there.
  if (event.event_type === 'stream_online' && !isLiveBroadcast(event.detail)) return false;
  const size = sizeOf(row);
  return size === null || size[1] >= least[size[0]];
}

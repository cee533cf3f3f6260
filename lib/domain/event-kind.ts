/**
 * Every kind of event the log can hold: the closed list behind `event_type`. A stored name is never
 * renamed.
 */
export const EVENT_KINDS = [
  'sub',
  'resub',
  'gift',
  'community_gift',
  'gift_upgrade',
  'prime_upgrade',
  'pay_it_forward',
  'cheer',
  'bits_badge',
  'charity_donation',
  'watch_streak',
  'modiversary',
  'gifted_drops',
  'announcement',
  'raid_in',
  'raid_out',
  'unraid',
  'stream_online',
  'stream_offline',
  'channel_update',
  'shared_chat',
  'other',
] as const;

/** One of {@link EVENT_KINDS}. */
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * Kinds that are not stored unless the user asks for them. What happened in another channel of a
 * shared chat would otherwise be counted as the favorite's own.
 */
const OFF_BY_DEFAULT: ReadonlySet<EventKind> = new Set(['shared_chat']);

/** Whether events of this kind are recorded when the user has chosen nothing else. */
export function isRecordedByDefault(kind: EventKind): boolean {
  return !OFF_BY_DEFAULT.has(kind);
}

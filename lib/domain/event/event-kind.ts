/**
 * Every kind of event that the log can contain, by group: the closed list behind `event_type`.
 * Never rename one, because the names are stored.
 */
export const KIND_GROUPS = {
  support: [
    'sub',
    'resub',
    'gift',
    'community_gift',
    'gift_upgrade',
    'prime_upgrade',
    'pay_it_forward',
    'cheer',
    'power_up',
    'bits_badge',
    'charity_donation',
    'sub_end',
  ],
  community: [
    'follow',
    'watch_streak',
    'modiversary',
    'gifted_drops',
    'announcement',
    'highlight',
    'redemption',
    'raid_in',
    'raid_out',
    'unraid',
    'shoutout_given',
    'shoutout_received',
  ],
  stream: [
    'stream_online',
    'stream_offline',
    'channel_update',
    'ad_break',
    'shared_chat_begin',
    'shared_chat_update',
    'shared_chat_end',
  ],
  together: [
    'hype_train_begin',
    'hype_train_progress',
    'hype_train_end',
    'poll_begin',
    'poll_progress',
    'poll_end',
    'prediction_begin',
    'prediction_progress',
    'prediction_lock',
    'prediction_end',
    'goal_begin',
    'goal_progress',
    'goal_end',
    'charity_begin',
    'charity_progress',
    'charity_end',
  ],
  moderation: [
    'chat_clear',
    'user_messages_cleared',
    'message_delete',
    'ban',
    'timeout',
    'unban',
    'warning',
    'warning_acknowledged',
    'unban_request',
    'unban_request_resolved',
    'suspicious_user',
    'moderator_add',
    'moderator_remove',
    'vip_add',
    'vip_remove',
    'chat_settings',
    'shield_on',
    'shield_off',
  ],
  shared_chat: ['shared_chat'],
  other: ['other'],
} as const;

/** Names of the groups of {@link KIND_GROUPS}. */
export type KindGroup = keyof typeof KIND_GROUPS;

/** One of {@link EVENT_KINDS}. */
export type EventKind = (typeof KIND_GROUPS)[KindGroup][number];

/** All kinds of all groups. */
export const EVENT_KINDS: readonly EventKind[] = Object.values(KIND_GROUPS).flat();

/** The endings of the kinds that report on hype trains, polls and the like, in their order. */
const PHASES = ['_begin', '_progress', '_lock', '_end'];

/**
 * Returns the number of the phase that a kind reports on: the later the phase, the higher the
 * number. It is -1 for kinds without phases.
 */
export function phaseOf(kind: EventKind): number {
  return PHASES.findIndex((phase) => kind.endsWith(phase));
}

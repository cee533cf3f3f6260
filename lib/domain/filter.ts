import { type EventKind, KIND_GROUPS } from './event-kind';

/**
 * What can be left out of a list, as users name it. Kinds of events that share a row stand under one
 * name, so a row is shown or not whichever of its events came first.
 */
export const FILTER_CHOICES = {
  subs: ['sub', 'resub', 'gift_upgrade', 'prime_upgrade', 'sub_end'],
  gifts: ['gift', 'community_gift', 'pay_it_forward'],
  cheers: ['cheer', 'power_up', 'bits_badge'],
  charity: ['charity_donation', 'charity_begin', 'charity_progress', 'charity_end'],
  follows: ['follow'],
  raids: ['raid_in', 'raid_out', 'unraid'],
  shoutouts: ['shoutout_given', 'shoutout_received'],
  chat: ['announcement', 'highlight', 'watch_streak', 'modiversary', 'gifted_drops'],
  redemptions: ['redemption'],
  stream: ['stream_online', 'stream_offline'],
  channel: ['channel_update'],
  ads: ['ad_break'],
  shared_chat: ['shared_chat_begin', 'shared_chat_update', 'shared_chat_end', 'shared_chat'],
  hype_trains: ['hype_train_begin', 'hype_train_progress', 'hype_train_end'],
  polls: ['poll_begin', 'poll_progress', 'poll_end'],
  predictions: ['prediction_begin', 'prediction_progress', 'prediction_lock', 'prediction_end'],
  goals: ['goal_begin', 'goal_progress', 'goal_end'],
  moderation: KIND_GROUPS.moderation,
  other: ['other'],
} as const satisfies Record<string, readonly EventKind[]>;

/** Name of one of {@link FILTER_CHOICES}. */
export type FilterChoice = keyof typeof FILTER_CHOICES;

/** Sizes below which an event is left out; 0 leaves nothing out. */
export interface Least {
  /** Of cheers and power-ups. */
  bits: number;
  /** Of raids. */
  viewers: number;
  /** Of resubs, in all. */
  months: number;
  /** Of subs and gifts: 1, 2 or 3. */
  tier: number;
  /** Of a gift bomb. */
  gifts: number;
}

/** What a list leaves out of what is recorded. It changes what is shown, never what is stored. */
export interface Filter {
  /** While it is on, nothing else is shown, whatever `hidden` says. */
  subsAndCheersOnly: boolean;
  hidden: readonly FilterChoice[];
  least: Least;
}

/** Leaves nothing out. */
export const DEFAULT_FILTER: Filter = {
  subsAndCheersOnly: false,
  hidden: [],
  least: { bits: 0, viewers: 0, months: 0, tier: 0, gifts: 0 },
};

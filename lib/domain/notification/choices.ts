import type { EventKind } from '../event/event-kind';
import { FILTER_CHOICES } from '../filter/filter';

/**
 * What a user can be notified of, and the kinds of each. Of what has a course, such as a poll, only
 * its begin; of a goal only its end.
 */
export const NOTIFICATION_CHOICES = {
  live: ['stream_online'],
  ends: ['stream_offline'],
  channel: ['channel_update'],
  ads: ['ad_break'],
  raids: ['raid_in', 'raid_out'],
  gifts: FILTER_CHOICES.gifts,
  cheers: ['cheer', 'power_up'],
  subs: ['sub', 'resub', 'gift_upgrade', 'prime_upgrade'],
  charity: ['charity_begin', 'charity_donation'],
  hype_trains: ['hype_train_begin'],
  polls: ['poll_begin'],
  predictions: ['prediction_begin'],
  goals: ['goal_end'],
  chat: ['announcement'],
  shoutouts: FILTER_CHOICES.shoutouts,
  follows: FILTER_CHOICES.follows,
  redemptions: FILTER_CHOICES.redemptions,
  moderation: FILTER_CHOICES.moderation,
} as const satisfies Record<string, readonly EventKind[]>;

/** Name of one of {@link NOTIFICATION_CHOICES}. */
export type NotificationChoice = keyof typeof NOTIFICATION_CHOICES;

/** All names of {@link NOTIFICATION_CHOICES}, in order. */
// Object.keys returns strings, but the keys of an object literal are known.
export const NOTIFICATION_NAMES = Object.keys(NOTIFICATION_CHOICES) as NotificationChoice[];

/** The sizes that an event can be too small in for a notification. */
export const NOTIFIED_SIZES = ['viewers', 'gifts', 'bits'] as const;

/** One of {@link NOTIFIED_SIZES}. */
export type NotifiedSize = (typeof NOTIFIED_SIZES)[number];

/** The size that the events of a choice can be too small in, where they have one. */
export const SIZE_OF_CHOICE: Partial<Record<NotificationChoice, NotifiedSize>> = {
  raids: 'viewers',
  gifts: 'gifts',
  cheers: 'bits',
};

/** Of which events the user is notified. */
export interface NotificationRules {
  choices: readonly NotificationChoice[];
  /** The minimum sizes; 0 is any size. */
  least: Readonly<Record<NotifiedSize, number>>;
}

/** Whether the user is notified of anything, and the rules of streamers without their own. */
export interface NotificationSettings extends NotificationRules {
  isOn: boolean;
}

/** The settings until the user has chosen others. */
export const DEFAULT_NOTIFICATIONS: NotificationSettings = {
  isOn: false,
  choices: ['live', 'raids', 'gifts', 'cheers'],
  least: { viewers: 50, gifts: 5, bits: 1000 },
};

/** Returns the choice that a kind of row belongs to; `null` for a kind of which nobody is notified. */
export function notificationChoiceOf(kind: EventKind): NotificationChoice | null {
  const has = (choice: NotificationChoice) => {
    const kinds: readonly EventKind[] = NOTIFICATION_CHOICES[choice];
    return kinds.includes(kind);
  };
  return NOTIFICATION_NAMES.find(has) ?? null;
}

/** Returns the rules with a choice switched on or off. */
export function withNotified<Rules extends NotificationRules>(
  rules: Rules,
  choice: NotificationChoice,
  isOn: boolean,
): Rules {
  const others = rules.choices.filter((name) => name !== choice);
  return { ...rules, choices: isOn ? [...others, choice] : others };
}

/** Returns the rules without what is not part of them, such as the switch for everything. */
export function rulesOf({ choices, least }: NotificationRules): NotificationRules {
  return { choices, least };
}

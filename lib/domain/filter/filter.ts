import { type EventKind, KIND_GROUPS } from '../event/event-kind';

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

/** What "subs and cheers only" leaves. */
const SUBS_AND_CHEERS: ReadonlySet<FilterChoice> = new Set(['subs', 'gifts', 'cheers']);

/** What some events have a size in. */
export const SIZES = [
  /** Of cheers and power-ups. */
  'bits',
  /** Of raids. */
  'viewers',
  /** Of resubs, in all. */
  'months',
  /** Of subs and gifts: 1, 2 or 3. */
  'tier',
  /** Of a gift bomb; a gift on its own counts 1. */
  'gifts',
] as const;

/** One of {@link SIZES}. */
export type Size = (typeof SIZES)[number];

/** Sizes below which an event is left out; 0 leaves nothing out. */
export type Least = Readonly<Record<Size, number>>;

/** What a list leaves out of what is recorded. It changes what is shown, never what is stored. */
export interface Filter {
  /** While it is on, only subs, gifts and cheers are shown, less what else the filter leaves out. */
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

/** All names of {@link FILTER_CHOICES}, in the order in which they are listed there. */
// The keys of an object literal are known; Object.keys has forgotten them.
export const CHOICES = Object.keys(FILTER_CHOICES) as FilterChoice[];

const CHOICE_OF_KIND: ReadonlyMap<EventKind, FilterChoice> = new Map(
  CHOICES.flatMap((choice) => FILTER_CHOICES[choice].map((kind) => [kind, choice] as const)),
);

/** Whether "subs and cheers only" leaves events of that choice. */
export function isSubsOrCheers(choice: FilterChoice): boolean {
  return SUBS_AND_CHEERS.has(choice);
}

/** Whether a filter lets events of that choice be shown, as far as their size allows. */
export function isChoiceShown(choice: FilterChoice, filter: Filter): boolean {
  if (filter.hidden.includes(choice)) return false;
  return !filter.subsAndCheersOnly || isSubsOrCheers(choice);
}

/** Whether a filter lets events of that kind be shown, as far as their size allows. */
export function isKindShown(kind: EventKind, filter: Filter): boolean {
  const choice = CHOICE_OF_KIND.get(kind);
  return choice === undefined || isChoiceShown(choice, filter);
}

/** Whether a filter may leave anything out. */
export function isFiltering({ subsAndCheersOnly, hidden, least }: Filter): boolean {
  return subsAndCheersOnly || hidden.length > 0 || SIZES.some((size) => least[size] > 0);
}

/** The filter with a choice shown or hidden. */
export function withChoice(filter: Filter, choice: FilterChoice, isShown: boolean): Filter {
  const others = filter.hidden.filter((name) => name !== choice);
  return { ...filter, hidden: isShown ? others : [...others, choice] };
}

/** The filter with another least size. */
export function withLeast(filter: Filter, size: Size, least: number): Filter {
  return { ...filter, least: { ...filter.least, [size]: least } };
}

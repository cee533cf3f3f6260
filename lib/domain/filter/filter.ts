import { type EventKind, KIND_GROUPS } from '../event/event-kind';

/**
 * The things that a user can hide, and the kinds of each. Kinds that can share a row belong to the
 * same choice, so it does not matter which event of a row arrived first.
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

/** The choices that "subs and cheers only" shows. */
const SUBS_AND_CHEERS: ReadonlySet<FilterChoice> = new Set(['subs', 'gifts', 'cheers']);

/** The sizes that an event can have. */
export const SIZES = [
  /** Bits of cheers and power-ups. */
  'bits',
  /** Viewers of raids. */
  'viewers',
  /** Total months of resubs. */
  'months',
  /** Tier of subs and gifts: 1, 2 or 3. */
  'tier',
  /** Gifts in a gift bomb; a single gift counts as 1. */
  'gifts',
] as const;

/** One of {@link SIZES}. */
export type Size = (typeof SIZES)[number];

/** The minimum sizes: smaller events are left out. 0 leaves out nothing. */
export type Least = Readonly<Record<Size, number>>;

/** A filter of the recorded events. It changes the events that are shown, never the stored ones. */
export interface Filter {
  /**
   * If true, only subs, gifts and cheers can pass. The rest of the filter still applies to them.
   */
  subsAndCheersOnly: boolean;
  hidden: readonly FilterChoice[];
  least: Least;
}

/** The filter of the lists and the one of the badge. */
export interface Filters {
  feed: Filter;
  badge: Filter;
}

/** The filter that leaves out nothing. */
export const DEFAULT_FILTER: Filter = {
  subsAndCheersOnly: false,
  hidden: [],
  least: { bits: 0, viewers: 0, months: 0, tier: 0, gifts: 0 },
};

/** All names of {@link FILTER_CHOICES}, in order. */
// Object.keys returns strings, but the keys of an object literal are known.
export const CHOICES = Object.keys(FILTER_CHOICES) as FilterChoice[];

const CHOICE_OF_KIND: ReadonlyMap<EventKind, FilterChoice> = new Map(
  CHOICES.flatMap((choice) => FILTER_CHOICES[choice].map((kind) => [kind, choice] as const)),
);

/** Returns the choice that hides a kind; `null` for a kind that no filter hides. */
export function choiceOf(kind: EventKind): FilterChoice | null {
  return CHOICE_OF_KIND.get(kind) ?? null;
}

/** Returns true if "subs and cheers only" shows a choice. */
export function isSubsOrCheers(choice: FilterChoice): boolean {
  return SUBS_AND_CHEERS.has(choice);
}

/** Returns true if a filter shows a choice. Events can still be too small. */
export function isChoiceShown(choice: FilterChoice, filter: Filter): boolean {
  if (filter.hidden.includes(choice)) return false;
  return !filter.subsAndCheersOnly || isSubsOrCheers(choice);
}

/** Returns true if a filter shows a kind. Events can still be too small. */
export function isKindShown(kind: EventKind, filter: Filter): boolean {
  const choice = choiceOf(kind);
  return choice === null || isChoiceShown(choice, filter);
}

/** Returns true if a filter can leave anything out. */
export function isFiltering({ subsAndCheersOnly, hidden, least }: Filter): boolean {
  return subsAndCheersOnly || hidden.length > 0 || SIZES.some((size) => least[size] > 0);
}

/** Returns the filter with a choice shown or hidden. */
export function withChoice(filter: Filter, choice: FilterChoice, isShown: boolean): Filter {
  const others = filter.hidden.filter((name) => name !== choice);
  return { ...filter, hidden: isShown ? others : [...others, choice] };
}

/** Returns the filter with another minimum size. */
export function withLeast(filter: Filter, size: Size, least: number): Filter {
  return { ...filter, least: { ...filter.least, [size]: least } };
}

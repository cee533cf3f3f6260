import type { EventKind } from '../event/event-kind';

/** What a viewer is on a channel. Each may know all that the ones before it may. */
export const ROLES = ['viewer', 'moderator', 'streamer'] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Where an EventSub type stands for this viewer and this streamer. */
export const SUBSCRIPTION_STATES = [
  /** Asked for, and not yet answered; or put off by Twitch, and asked for again. */
  'waiting',
  'listening',
  /** Moderators may have it, and this viewer is none as far as is known. */
  'needs_moderator',
  'streamer_only',
  /** The role allows it, but the user has not yet granted the right. */
  'needs_permission',
  /** Another subscription reports the same events, with more detail. */
  'covered_by_other',
  'over_budget',
  /** What it tells is recorded only for those who ask for it. */
  'switched_off',
  /** Twitch said no. */
  'refused',
  /** Twitch ended it. */
  'revoked',
] as const;

/** One of {@link SUBSCRIPTION_STATES}. */
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** One EventSub type and what becomes of it. */
export interface ReportedSubscription {
  /** The subscription key, unique within a report: `channel.raid` is there once per direction. */
  key: string;
  /** Twitch's name of the type. */
  type: string;
  /** Kinds of event it tells. */
  kinds: readonly EventKind[];
  /** Those of them that are taken from it; none where it is not asked for. */
  taken: readonly EventKind[];
  state: SubscriptionState;
  /** Milliseconds since 1970. */
  since: number;
  /** Why, in Twitch's own words or as a problem's name; `null` where there is nothing to say. */
  reason: string | null;
}

/** All that is received of a streamer, and all that is not. */
export interface SubscriptionReport {
  streamerId: string;
  role: Role;
  /** Whether that is certain: whom a viewer moderates can only be asked with their permission. */
  isRoleKnown: boolean;
  /** Used of the ten that Twitch grants. */
  cost: number;
  types: readonly ReportedSubscription[];
}

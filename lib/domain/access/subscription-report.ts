import type { EventKind } from '../event/event-kind';

/** The roles of a user on a channel. Each can receive everything that the roles before it can. */
export const ROLES = ['viewer', 'moderator', 'streamer'] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** The states of an EventSub type for this user and this streamer. */
export const SUBSCRIPTION_STATES = [
  /** Requested and not yet answered, or postponed by Twitch and requested again later. */
  'waiting',
  'listening',
  /** Not subscribed to, but asked for once a minute for all streamers together. Costs nothing. */
  'looked_up',
  /** For moderators only, and as far as is known this user is not one. */
  'needs_moderator',
  'streamer_only',
  /** The role allows it, but the user has not granted the scope. */
  'needs_permission',
  /** Another subscription reports the same events in more detail. */
  'covered_by_other',
  'over_budget',
  /** Without a subscription: Twitch is asked once a minute for all such streamers together. */
  'looked_up',
  /** It costs budget, which only the favorite may use. */
  'favorite_only',
  /** Its events are recorded only if the user switches them on. */
  'switched_off',
  /** Twitch refused the subscription. */
  'refused',
  /** Twitch ended the subscription. */
  'revoked',
] as const;

/** One of {@link SUBSCRIPTION_STATES}. */
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** The state of one EventSub type. */
export interface ReportedSubscription {
  /** The subscription key, unique within a report: `channel.raid` is there once per direction. */
  key: string;
  /** The name of the EventSub type. */
  type: string;
  /** The kinds of event it can report. */
  kinds: readonly EventKind[];
  /** The kinds of event that are recorded from it; none if there is no subscription. */
  taken: readonly EventKind[];
  state: SubscriptionState;
  /** Milliseconds since 1970. */
  since: number;
  /** The reason, in Twitch's words or as the name of a problem; `null` if there is none. */
  reason: string | null;
}

/**
 * The highest total cost that Twitch allows for the WebSocket subscriptions of one user and Client
 * ID. Subscriptions that the user has authorized cost nothing.
 * https://dev.twitch.tv/docs/eventsub/manage-subscriptions/#subscription-limits
 */
export const MAX_TOTAL_COST = 10;

/** The most subscriptions that Twitch allows for one WebSocket connection. */
export const MAX_SUBSCRIPTIONS = 300;

/** The state of every EventSub type for one streamer. */
export interface SubscriptionReport {
  streamerId: string;
  role: Role;
  /** False as long as Twitch could not be asked whether the user is a moderator. */
  isRoleKnown: boolean;
  /** Cost of the subscriptions, of the 10 that Twitch allows. */
  cost: number;
  types: readonly ReportedSubscription[];
}

/** Returns what several reports together use of what Twitch allows. */
export function usedBy(reports: readonly SubscriptionReport[]): {
  cost: number;
  subscriptions: number;
} {
  const states = reports.flatMap(({ types }) => types.map(({ state }) => state));
  return {
    cost: reports.reduce((sum, { cost }) => sum + cost, 0),
    subscriptions: states.filter((state) => state === 'listening' || state === 'waiting').length,
  };
}

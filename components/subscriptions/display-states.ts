import type {
  ReportedSubscription,
  SubscriptionState,
} from '@/lib/domain/access/subscription-report';
import type { Connection } from '@/lib/domain/connection/connection';

/** The events of these arrive. */
const RECEIVED: ReadonlySet<SubscriptionState> = new Set(['listening', 'looked_up']);

/** The user cannot do anything about these states. */
const OUT_OF_REACH: ReadonlySet<SubscriptionState> = new Set([
  'needs_moderator',
  'streamer_only',
  'favorite_only',
]);

/** What is not received for a reason that is no problem. These are many, and are folded. */
export const FOLDED_STATES: ReadonlySet<SubscriptionState> = new Set([
  ...OUT_OF_REACH,
  'needs_permission',
  'over_budget',
  'switched_off',
  'covered_by_other',
]);

/**
 * Returns the subscriptions with the states to display. A subscription that is out of reach is
 * `covered_by_other` if active subscriptions report all its kinds. Without a connection, an active
 * subscription is `waiting`, because it must be created again.
 */
export function withDisplayStates(
  subscriptions: readonly ReportedSubscription[],
  connection: Connection,
): readonly ReportedSubscription[] {
  const received = new Set(
    subscriptions.filter(({ state }) => RECEIVED.has(state)).flatMap(({ taken }) => taken),
  );
  return subscriptions.map((subscription) => {
    const { state, kinds } = subscription;
    if (state === 'listening' && connection.state !== 'listening') {
      return { ...subscription, state: 'waiting' };
    }
    const isMissed = kinds.some((kind) => !received.has(kind));
    return OUT_OF_REACH.has(state) && !isMissed
      ? { ...subscription, state: 'covered_by_other' }
      : subscription;
  });
}

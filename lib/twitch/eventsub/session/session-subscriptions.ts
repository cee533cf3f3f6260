import type { RevokedSubscription } from '../socket/frame';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';
import type { PlannedSubscription } from '../subscriptions/plan';
import type { StandingOf } from '../subscriptions/standing';
import {
  type Subscriber,
  type SubscriberOptions,
  startSubscriber,
} from '../subscriptions/subscriber';
import { endedBy } from '../subscriptions/subscription-key';

/** The subscriptions of one session. */
export interface SessionSubscriptions {
  /** Called when Twitch has opened the session: requests the plan. */
  opened(subscribe: SubscriberOptions['subscribe']): void;
  revoked(subscription: RevokedSubscription): void;
  /** Called when the plan is another one. */
  planChanged(): void;
  /** Called when the token was replaced: the one that the session began with may end any time. */
  tokenReplaced(): void;
}

/** The events of a session's subscriptions. */
export interface SubscriptionEvents {
  /** Called each time a planned subscription was requested. */
  subscriptionAnswered(planned: PlannedSubscription, outcome: SubscriptionOutcome): void;
  /** Called when Twitch revokes a subscription. `keys` are those of the planned ones it ended. */
  subscriptionRevoked(subscription: RevokedSubscription, keys: readonly string[]): void;
  /** Called whenever a subscription may have another standing. */
  subscriptionsChanged(standingOf: StandingOf): void;
  /** Called when every request has an answer, apart from those that wait for the pace. */
  settled(): void;
}

/** Options of {@link createSessionSubscriptions}. */
export interface SessionSubscriptionsOptions
  extends Omit<SubscriberOptions, 'plan' | 'subscribe' | 'answered' | 'progressed' | 'settled'> {
  /** Returns the latest plan. */
  plan(): readonly PlannedSubscription[];
  events: SubscriptionEvents;
}

/** The status of a subscription that has ended together with its token. */
const TOKEN_ENDED = 'authorization_revoked';

/** Creates the subscriptions of a session that is not open yet. */
export function createSessionSubscriptions(
  options: SessionSubscriptionsOptions,
): SessionSubscriptions {
  const { plan, events } = options;
  let subscriber: Subscriber | null = null;
  let isTokenReplaced = false;
  return {
    opened: (subscribe) => {
      subscriber = startSubscriber({
        ...options,
        plan: plan(),
        subscribe,
        answered: events.subscriptionAnswered,
        progressed: events.subscriptionsChanged,
        settled: events.settled,
      });
    },
    revoked: (subscription) => {
      const keys = endedBy(subscription, plan()).map(({ key }) => key);
      events.subscriptionRevoked(subscription, keys);
      const hasOldToken = isTokenReplaced && subscription.status === TOKEN_ENDED;
      subscriber?.revoke(keys, hasOldToken);
    },
    planChanged: () => subscriber?.changePlan(plan()),
    tokenReplaced: () => {
      isTokenReplaced = true;
    },
  };
}

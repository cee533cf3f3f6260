import type { Problem } from '@/lib/domain/problem';
import type { SubscriptionOutcome } from './create-subscription';
import { CHAT_NOTICES, type PlannedSubscription } from './plan';
import type { Refusals } from './refusals';

/** Which subscriptions of a plan are enabled, and which may be requested. */
export interface SubscriptionProgress {
  /** The first reason why Twitch delayed a subscription in this round; `null` if there is none. */
  readonly delayedBy: Problem | null;
  /** Starts a round of requests and returns the subscriptions to request in it. */
  startRound(): PlannedSubscription[];
  /** Takes the subscription that is requested next. */
  request(planned: PlannedSubscription): void;
  /**
   * Stores the outcome of the request. Returns false if Twitch has enabled the subscription and
   * already revoked it again: the socket can be faster than the answer of Helix.
   */
  store(planned: PlannedSubscription, outcome: SubscriptionOutcome): boolean;
  /** Takes the keys of revoked subscriptions. Returns true if one of them was enabled. */
  revoke(keys: readonly string[]): boolean;
  /** Returns the subscriptions that are not enabled. */
  missing(): PlannedSubscription[];
  hasEnabled(): boolean;
  isChatRefused(): boolean;
}

/** Creates the progress of a session that has no subscription yet. */
export function createSubscriptionProgress(
  plan: readonly PlannedSubscription[],
  refusals: Refusals,
): SubscriptionProgress {
  /** Keys of the enabled subscriptions. */
  const enabled = new Set<string>();
  let delayedBy: Problem | null = null;
  let requestedKey: string | null = null;
  let isRequestedRevoked = false;

  const missing = () => plan.filter(({ key }) => !enabled.has(key));

  return {
    get delayedBy() {
      return delayedBy;
    },
    startRound: () => {
      delayedBy = null;
      return missing().filter(({ key }) => refusals.endsIn(key) === 0);
    },
    request: ({ key }) => {
      requestedKey = key;
      isRequestedRevoked = false;
    },
    store: ({ key }, answer) => {
      requestedKey = null;
      if (answer.outcome === 'refused') refusals.add(key);
      if (answer.outcome === 'later') delayedBy ??= answer.problem;
      if (answer.outcome !== 'enabled') return true;
      if (isRequestedRevoked) return false;
      enabled.add(key);
      return true;
    },
    revoke: (keys) => {
      for (const key of keys) {
        refusals.add(key);
        if (key === requestedKey) isRequestedRevoked = true;
      }
      return keys.filter((key) => enabled.delete(key)).length > 0;
    },
    missing,
    hasEnabled: () => enabled.size > 0,
    isChatRefused: () =>
      plan.some(({ type, key }) => type === CHAT_NOTICES && refusals.endsIn(key) > 0),
  };
}

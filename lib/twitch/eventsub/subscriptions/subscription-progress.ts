import type { SubscriptionOutcome } from './create-subscription';
import { CHAT_NOTICES, type PlannedSubscription } from './plan';
import type { Refusals } from './refusals';

/** Which subscriptions of a plan are enabled, and which may be requested. */
export interface SubscriptionProgress {
  /** Returns the subscriptions that may be requested now. */
  due(): PlannedSubscription[];
  /** Returns the subscriptions that are not enabled. */
  missing(): PlannedSubscription[];
  hasEnabled(): boolean;
  isChatRefused(): boolean;
  /** Stores the outcome of a request. */
  store(planned: PlannedSubscription, outcome: SubscriptionOutcome): void;
  /** Takes the keys of revoked subscriptions. Returns true if one of them was enabled. */
  revoke(keys: readonly string[]): boolean;
}

/** Creates the progress of a session that has no subscription yet. */
export function createSubscriptionProgress(
  plan: readonly PlannedSubscription[],
  refusals: Refusals,
): SubscriptionProgress {
  /** Keys of the enabled subscriptions. */
  const enabled = new Set<string>();

  const missing = () => plan.filter(({ key }) => !enabled.has(key));

  return {
    missing,
    due: () => missing().filter(({ key }) => refusals.endsIn(key) === 0),
    hasEnabled: () => enabled.size > 0,
    isChatRefused: () =>
      plan.some(({ type, key }) => type === CHAT_NOTICES && refusals.endsIn(key) > 0),
    store: ({ key }, { outcome }) => {
      if (outcome === 'enabled') enabled.add(key);
      if (outcome === 'refused') refusals.add(key);
    },
    revoke: (keys) => {
      for (const key of keys) refusals.add(key);
      return keys.filter((key) => enabled.delete(key)).length > 0;
    },
  };
}

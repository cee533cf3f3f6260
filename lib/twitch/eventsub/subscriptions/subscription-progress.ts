import type { Problem } from '@/lib/domain/problem';
import type { SubscriptionOutcome } from './create-subscription';
import { CHAT_NOTICES, type PlannedSubscription } from './plan';
import type { Refusals } from './refusals';

/** Which subscriptions of a plan are enabled, and which may be requested. */
export interface SubscriptionProgress {
  /** The first reason why Twitch delayed a subscription in this round; `null` if there is none. */
  readonly delayedBy: Problem | null;
  /** Replaces the plan. What is enabled and still planned stays enabled. */
  changePlan(plan: readonly PlannedSubscription[]): void;
  /** Starts another round of requests: in one round, each subscription is requested once. */
  startRound(): void;
  /** Returns the subscriptions that remain to be requested in this round. */
  due(): PlannedSubscription[];
  /** Takes the subscription that is requested next; `null` if the round is over. */
  next(): PlannedSubscription | null;
  /**
   * Stores the outcome of the request. Returns false if Twitch has enabled the subscription and
   * already revoked it again: the socket can be faster than the answer of Helix.
   */
  store(planned: PlannedSubscription, outcome: SubscriptionOutcome): boolean;
  /**
   * Takes the keys of revoked subscriptions. Returns true if one of them was enabled. Those that are
   * allowed all the same may be requested again at once.
   */
  revoke(keys: readonly string[], areAllowed: boolean): boolean;
  /** Takes the ids of the enabled subscriptions that are not planned any more. */
  takeUnplanned(): string[];
  /** Returns the subscriptions that are not enabled. */
  missing(): PlannedSubscription[];
  hasEnabled(): boolean;
  isChatRefused(): boolean;
}

/** Creates the progress of a session that has no subscription yet. */
export function createSubscriptionProgress(
  initialPlan: readonly PlannedSubscription[],
  refusals: Refusals,
): SubscriptionProgress {
  let plan = initialPlan;
  /** The ids of the enabled subscriptions, by key. */
  const enabled = new Map<string, string>();
  const round = createRound(refusals);
  const missing = () => plan.filter(({ key }) => !enabled.has(key));

  return {
    get delayedBy() {
      return round.delayedBy;
    },
    changePlan: (changed) => {
      plan = changed;
    },
    startRound: round.start,
    due: () => round.due(missing()),
    next: () => round.next(missing()),
    store: ({ key }, answer) => {
      const isRevoked = round.answered(answer);
      if (answer.outcome === 'refused') {
        refusals.add(key);
        // From now on, only the refusal decides when it is requested again.
        round.forget(key);
      }
      if (answer.outcome !== 'enabled') return true;
      if (isRevoked) return false;
      enabled.set(key, answer.id);
      return true;
    },
    revoke: (keys, areAllowed) => {
      round.revoke(keys);
      for (const key of keys) {
        if (areAllowed) round.forget(key);
        else refusals.add(key);
      }
      return keys.filter((key) => enabled.delete(key)).length > 0;
    },
    takeUnplanned: () => {
      const planned = new Set(plan.map(({ key }) => key));
      const unplanned = [...enabled].filter(([key]) => !planned.has(key));
      for (const [key] of unplanned) {
        enabled.delete(key);
        round.forget(key);
      }
      return unplanned.map(([, id]) => id);
    },
    missing,
    hasEnabled: () => plan.some(({ key }) => enabled.has(key)),
    isChatRefused: () =>
      plan.some(({ type, key }) => type === CHAT_NOTICES && refusals.endsIn(key) > 0),
  };
}

/** A round of requests, of which one is under way at a time. */
function createRound(refusals: Refusals) {
  /** The keys that were requested in this round. */
  const requested = new Set<string>();
  let current: { key: string; isRevoked: boolean } | null = null;
  let delayedBy: Problem | null = null;
  const due = (missing: readonly PlannedSubscription[]) =>
    missing.filter(({ key }) => !requested.has(key) && refusals.endsIn(key) === 0);
  return {
    due,
    get delayedBy() {
      return delayedBy;
    },
    start: () => {
      delayedBy = null;
      requested.clear();
    },
    forget: (key: string) => void requested.delete(key),
    next: (missing: readonly PlannedSubscription[]): PlannedSubscription | null => {
      const [planned] = due(missing);
      if (planned === undefined) return null;
      requested.add(planned.key);
      current = { key: planned.key, isRevoked: false };
      return planned;
    },
    /** Returns true if Twitch has revoked the subscription before it answered. */
    answered: (answer: SubscriptionOutcome): boolean => {
      if (answer.outcome === 'later') delayedBy ??= answer.problem;
      const isRevoked = current?.isRevoked === true;
      current = null;
      return isRevoked;
    },
    revoke: (keys: readonly string[]) => {
      if (current !== null && keys.includes(current.key)) current.isRevoked = true;
    },
  };
}

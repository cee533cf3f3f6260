import type { Problem } from '@/lib/domain/problem';
import type { SubscriptionOutcome } from './create-subscription';
import type { JoinPace } from './join-pace';
import type { PlannedSubscription } from './plan';
import type { Refusals } from './refusals';
import type { StandingOf } from './standing';
import { createRound, type SubscriptionRound } from './subscription-round';

/** Which subscriptions of a plan are enabled, and which may be requested. */
export interface SubscriptionProgress {
  /** The first reason why Twitch delayed a subscription in this round; `null` if there is none. */
  readonly delayedBy: Problem | null;
  readonly standingOf: StandingOf;
  /** Replaces the plan. What is enabled and still planned stays enabled. */
  changePlan(plan: readonly PlannedSubscription[]): void;
  /** Starts another round of requests: in one round, each subscription is requested once. */
  startRound(): void;
  /** Returns the subscriptions that remain to be requested in this round. */
  due(): PlannedSubscription[];
  /**
   * Takes the subscription that is requested next; `null` if the round is over, or if the pace allows
   * none of them now.
   */
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
}

/** Creates the progress of a session that has no subscription yet. */
export function createSubscriptionProgress(
  initialPlan: readonly PlannedSubscription[],
  refusals: Refusals,
  pace: JoinPace,
): SubscriptionProgress {
  let plan = initialPlan;
  /** The ids of the enabled subscriptions, by key. */
  const enabled = new Map<string, string>();
  const round = createRound(refusals, pace);
  const missing = () => plan.filter(({ key }) => !enabled.has(key));

  return {
    get delayedBy() {
      return round.delayedBy;
    },
    standingOf: createStandings({ enabled, refusals, round }),
    changePlan: (changed) => {
      plan = changed;
    },
    startRound: round.start,
    due: () => round.due(missing()),
    next: () => round.next(missing()),
    store: (planned, answer) => {
      const { key } = planned;
      const isRevoked = round.answered(planned, answer);
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
      const unplanned = [...enabled].filter(
        ([key]) => !plan.some((planned) => planned.key === key),
      );
      for (const [key] of unplanned) {
        enabled.delete(key);
        round.forget(key);
      }
      return unplanned.map(([, id]) => id);
    },
    missing,
    hasEnabled: () => plan.some(({ key }) => enabled.has(key)),
  };
}

function createStandings(options: {
  enabled: ReadonlyMap<string, string>;
  refusals: Refusals;
  round: SubscriptionRound;
}): StandingOf {
  const { enabled, refusals, round } = options;
  return (key) => {
    if (enabled.has(key)) return { standing: 'enabled' };
    if (refusals.endsIn(key) > 0) return { standing: 'refused' };
    const problem = round.delayOf(key);
    return problem === null ? { standing: 'pending' } : { standing: 'delayed', problem };
  };
}

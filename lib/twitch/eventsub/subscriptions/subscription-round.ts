import type { Problem } from '@/lib/domain/problem';
import type { SubscriptionOutcome } from './create-subscription';
import { type JoinPace, joinsChat } from './join-pace';
import type { PlannedSubscription } from './plan';
import type { Refusals } from './refusals';

/** After so many answers in a row that there are too many requests, a round takes no more of them. */
const MAX_RATE_LIMITED = 3;

/** Returns what a round takes no more requests of for now, after Twitch has delayed some of them. */
function createHold() {
  let inARow = 0;
  let held: 'nothing' | 'joins' | 'everything' = 'nothing';
  return {
    isHeld: (type: string): boolean =>
      held === 'everything' || (held === 'joins' && joinsChat(type)),
    answered: (type: string, answer: SubscriptionOutcome): void => {
      const isLimited = answer.outcome === 'later' && answer.problem === 'rate_limited';
      inARow = isLimited ? inARow + 1 : 0;
      if (inARow >= MAX_RATE_LIMITED) held = joinsChat(type) ? 'joins' : 'everything';
    },
    clear: () => {
      inARow = 0;
      held = 'nothing';
    },
  };
}

/** A round of requests, of which one is under way at a time. */
export interface SubscriptionRound {
  /** The first reason why Twitch delayed a subscription in this round; `null` if there is none. */
  readonly delayedBy: Problem | null;
  /** Returns why Twitch delayed a subscription in this round; `null` if it did not. */
  delayOf(key: string): Problem | null;
  /** Begins another round. */
  start(): void;
  /** Allows another request of this round for a subscription. */
  forget(key: string): void;
  /** Returns those of the missing subscriptions that remain to be requested in this round. */
  due(missing: readonly PlannedSubscription[]): PlannedSubscription[];
  /** Takes the one that is requested next; `null` if there is none, or if the pace allows none now. */
  next(missing: readonly PlannedSubscription[]): PlannedSubscription | null;
  /** Takes the answer. Returns true if Twitch has revoked the subscription before it answered. */
  answered(planned: PlannedSubscription, answer: SubscriptionOutcome): boolean;
  revoke(keys: readonly string[]): void;
}

/** Creates the first round of a session. */
export function createRound(refusals: Refusals, pace: JoinPace): SubscriptionRound {
  /** The keys that were requested in this round. */
  const requested = new Set<string>();
  /** Why Twitch delayed a subscription, by key. */
  const delayed = new Map<string, Problem>();
  const hold = createHold();
  /** How often Twitch has delayed a subscription, by key. */
  const delays = new Map<string, number>();
  let current: { key: string; isRevoked: boolean } | null = null;

  const isOftenDelayed = ({ key }: PlannedSubscription) =>
    (delays.get(key) ?? 0) >= MAX_RATE_LIMITED;
  const due: SubscriptionRound['due'] = (missing) =>
    missing
      .filter(
        ({ key, type }) => !requested.has(key) && !hold.isHeld(type) && refusals.endsIn(key) === 0,
      )
      // What Twitch delays again and again must not keep the others waiting.
      .toSorted((a, b) => Number(isOftenDelayed(a)) - Number(isOftenDelayed(b)));
  return {
    due,
    get delayedBy() {
      return delayed.values().next().value ?? null;
    },
    delayOf: (key) => delayed.get(key) ?? null,
    start: () => {
      delayed.clear();
      requested.clear();
      hold.clear();
    },
    forget: (key) => {
      requested.delete(key);
      delayed.delete(key);
    },
    next: (missing) => {
      const planned = due(missing).find(({ type }) => pace.delayOf(type) === 0);
      if (planned === undefined) return null;
      requested.add(planned.key);
      pace.requested(planned.type);
      current = { key: planned.key, isRevoked: false };
      return planned;
    },
    answered: ({ key, type }, answer) => {
      hold.answered(type, answer);
      if (answer.outcome === 'later') {
        delayed.set(key, answer.problem);
        delays.set(key, (delays.get(key) ?? 0) + 1);
      }
      const isRevoked = current?.isRevoked === true;
      current = null;
      return isRevoked;
    },
    revoke: (keys) => {
      if (current !== null && keys.includes(current.key)) current.isRevoked = true;
    },
  };
}

import { LIMITS, type Problem } from '@/lib/domain/problem';
import { type Clock, MINUTE, SECOND } from '@/lib/time';
import type { SubscriptionOutcome } from './create-subscription';
import type { PlannedSubscription } from './plan';
import type { Refusals } from './refusals';
import { createSubscriptionProgress, type SubscriptionProgress } from './subscription-progress';

/** Why a session is useless: it has no subscription, or its subscriptions cannot be requested. */
export type SubscriberFailure = 'session_gone' | 'unauthorized' | Problem;

/** Options of {@link startSubscriber}. */
export interface SubscriberOptions {
  plan: readonly PlannedSubscription[];
  /** The subscriptions that must not be requested now. They outlive the session. */
  refusals: Refusals;
  clock: Clock;
  /** Aborted when the session ends. */
  signal: AbortSignal;
  /** Requests one subscription from Twitch. */
  subscribe(planned: PlannedSubscription): Promise<SubscriptionOutcome>;
  /** Deletes what earlier sessions left at Twitch, where it still counts against the budget. */
  deleteStaleSubscriptions(): Promise<void>;
  /** Called each time a subscription was requested. */
  answered(planned: PlannedSubscription, outcome: SubscriptionOutcome): void;
  /** Called when every request has an answer. `problem` is why some subscriptions are missing. */
  settled(problem: Problem | null): void;
  failed(failure: SubscriberFailure): void;
}

/** Requests the subscriptions of one session and keeps them complete. */
export interface Subscriber {
  /** Takes the keys of subscriptions that Twitch has revoked. Ignores unknown keys. */
  revoke(keys: readonly string[]): void;
}

const FIRST_RETRY_MS = 15 * SECOND;
const MAX_RETRY_MS = 5 * MINUTE;

/**
 * Requests the planned subscriptions one after another. A refused one does not stop the others. One
 * that Twitch delays is requested again at growing intervals until the session ends. One that Twitch
 * refuses or revokes is requested again when its refusal is over.
 */
export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { clock, signal, refusals } = options;
  const progress = createSubscriptionProgress(options.plan, refusals);
  /** Why Twitch delays some subscriptions; `null` if it delays none. */
  let delayedBy: Problem | null = null;
  let retryMs = 0;
  let isRequesting = false;
  let stopTimer: (() => void) | null = null;
  signal.addEventListener('abort', () => stopTimer?.(), { once: true });

  async function request(): Promise<void> {
    isRequesting = true;
    const round = await requestDue(progress, options);
    isRequesting = false;
    delayedBy = round.delayedBy;
    if (signal.aborted) return;
    if (round.failure !== null) options.failed(round.failure);
    else settle();
  }

  function settle(): void {
    if (!progress.hasEnabled()) return options.failed(delayedBy ?? 'nothing_allowed');
    scheduleNext();
    options.settled(delayedBy ?? (progress.isChatRefused() ? 'chat_refused' : null));
  }

  function scheduleNext(): void {
    stopTimer?.();
    retryMs = delayedBy === null ? 0 : nextRetryMs(retryMs, delayedBy);
    const delays = progress
      .missing()
      .map(({ key }) => refusals.endsIn(key) || Math.max(retryMs, FIRST_RETRY_MS));
    if (delays.length > 0) stopTimer = clock.after(Math.min(...delays), () => void request());
  }

  void request();

  return {
    revoke: (keys) => {
      const hasChanged = progress.revoke(keys);
      if (hasChanged && !isRequesting && !signal.aborted) settle();
    },
  };
}

/** The result of requesting everything that was due. */
interface Round {
  /** Why the session is useless; `null` if it is not. */
  failure: 'session_gone' | 'unauthorized' | null;
  /** The first reason why Twitch delays a subscription; `null` if it delays none. */
  delayedBy: Problem | null;
}

async function requestDue(
  progress: SubscriptionProgress,
  { signal, subscribe, deleteStaleSubscriptions, answered }: SubscriberOptions,
): Promise<Round> {
  const round: Round = { failure: null, delayedBy: null };
  let areStaleDeleted = false;
  for (const planned of progress.due()) {
    if (planned.cost > 0 && !areStaleDeleted) {
      await deleteStaleSubscriptions();
      areStaleDeleted = true;
    }
    if (signal.aborted) return round;
    const outcome = await subscribe(planned);
    progress.store(planned, outcome);
    if (outcome.outcome === 'later') round.delayedBy ??= outcome.problem;
    // Also reported after the end of the session: Twitch counts a subscription until it is deleted.
    answered(planned, outcome);
    if (outcome.outcome === 'session_gone' || outcome.outcome === 'unauthorized') {
      return { ...round, failure: outcome.outcome };
    }
    if (signal.aborted) return round;
  }
  return round;
}

/** Doubles the interval. Starts with a longer one at a limit, which Twitch does not lift in seconds. */
function nextRetryMs(previousMs: number, problem: Problem): number {
  const firstMs = LIMITS.has(problem) ? MINUTE : FIRST_RETRY_MS;
  return Math.min(Math.max(previousMs * 2, firstMs), MAX_RETRY_MS);
}

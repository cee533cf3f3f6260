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
  /**
   * Deletes what earlier sessions left at Twitch, where it still counts against the budget. Never
   * throws.
   */
  deleteStaleSubscriptions(): Promise<void>;
  /** Deletes subscriptions of this session, by their ids, which are not planned any more. */
  unsubscribe(subscriptionIds: readonly string[]): Promise<void>;
  /** Called with the answer to a request, unless Twitch has already revoked the subscription. */
  answered(planned: PlannedSubscription, outcome: SubscriptionOutcome): void;
  /** Called when every request has an answer. `problem` is why some subscriptions are missing. */
  settled(problem: Problem | null): void;
  failed(failure: SubscriberFailure): void;
}

/** Requests the subscriptions of one session and keeps them complete. */
export interface Subscriber {
  /**
   * Takes the keys of subscriptions that Twitch has revoked. Ignores unknown keys. If they are
   * allowed all the same, they are requested again at once.
   */
  revoke(keys: readonly string[], areAllowed: boolean): void;
  /** Replaces the plan: deletes what is not planned any more, and requests what is new. */
  changePlan(plan: readonly PlannedSubscription[]): void;
}

const FIRST_RETRY_MS = 15 * SECOND;
const MAX_RETRY_MS = 5 * MINUTE;

/**
 * Requests the planned subscriptions one after another. A refused one does not stop the others. One
 * that Twitch delays is requested again at growing intervals until the session ends. One that
 * Twitch refuses or revokes is requested again when its refusal is over.
 */
export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { clock, signal, refusals } = options;
  const progress = createSubscriptionProgress(options.plan, refusals);
  let retryMs = 0;
  let isRequesting = false;
  let hasChanged = false;
  let stopTimer: (() => void) | null = null;
  signal.addEventListener('abort', () => stopTimer?.(), { once: true });

  async function request(): Promise<void> {
    isRequesting = true;
    let failure: SubscriberFailure | null;
    do {
      hasChanged = false;
      failure = await requestMissing(progress, options);
    } while (hasChanged && failure === null);
    isRequesting = false;
    if (signal.aborted) return;
    if (failure !== null) options.failed(failure);
    else settle();
  }

  /** Requests what is due now, without another request for what Twitch has delayed. */
  function requestChanges(): void {
    hasChanged = true;
    stopTimer?.();
    if (!isRequesting && !signal.aborted) void request();
  }

  function settle(): void {
    if (!progress.hasEnabled()) return options.failed(progress.delayedBy ?? 'nothing_allowed');
    scheduleNext();
    options.settled(progress.delayedBy ?? (progress.isChatRefused() ? 'chat_refused' : null));
  }

  function scheduleNext(): void {
    stopTimer?.();
    retryMs = progress.delayedBy === null ? 0 : nextRetryMs(retryMs, progress.delayedBy);
    const delayMs = delayOfNext(progress, options.refusals, retryMs);
    if (delayMs === null) return;
    stopTimer = clock.after(delayMs, () => {
      progress.startRound();
      void request();
    });
  }

  void request();

  return {
    revoke: (keys, areAllowed) => {
      const wasEnabled = progress.revoke(keys, areAllowed);
      if (areAllowed) requestChanges();
      else if (wasEnabled && !isRequesting && !signal.aborted) settle();
    },
    changePlan: (plan) => {
      progress.changePlan(plan);
      requestChanges();
    },
  };
}

/** Returns for how long nothing has to be requested; `null` if nothing is missing. */
function delayOfNext(
  progress: SubscriptionProgress,
  refusals: Refusals,
  retryMs: number,
): number | null {
  const delays = progress
    .missing()
    .map(({ key }) => refusals.endsIn(key) || Math.max(retryMs, FIRST_RETRY_MS));
  return delays.length === 0 ? null : Math.min(...delays);
}

/** Requests what is missing in this round. Returns why the session is useless, or `null`. */
async function requestMissing(
  progress: SubscriptionProgress,
  options: SubscriberOptions,
): Promise<'session_gone' | 'unauthorized' | null> {
  const { signal, subscribe, deleteStaleSubscriptions, answered } = options;
  let staleDeleted: Promise<void> | null = null;
  while (!signal.aborted) {
    await deleteUnplanned(progress, options);
    // At the same time as the subscriptions without a cost, so that the gap is shorter.
    if (progress.due().some(({ cost }) => cost > 0)) staleDeleted ??= deleteStaleSubscriptions();
    const planned = progress.next();
    if (planned === null) return null;
    if (planned.cost > 0) await staleDeleted;
    if (signal.aborted) return null;
    const answer = await subscribe(planned);
    // Also reported after the end of the session: Twitch counts a subscription until it is deleted.
    if (progress.store(planned, answer)) answered(planned, answer);
    const { outcome } = answer;
    if (outcome === 'session_gone' || outcome === 'unauthorized') return outcome;
  }
  return null;
}

/** Comes before every request: what is not planned any more counts against the budget. */
async function deleteUnplanned(
  progress: SubscriptionProgress,
  { unsubscribe }: SubscriberOptions,
): Promise<void> {
  const unplanned = progress.takeUnplanned();
  if (unplanned.length > 0) await unsubscribe(unplanned);
}

/** Doubles the interval. It starts longer for a limit, which Twitch does not lift in seconds. */
function nextRetryMs(previousMs: number, problem: Problem): number {
  const firstMs = LIMITS.has(problem) ? MINUTE : FIRST_RETRY_MS;
  return Math.min(Math.max(previousMs * 2, firstMs), MAX_RETRY_MS);
}

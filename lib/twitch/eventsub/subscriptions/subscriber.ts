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
  /** Called with the answer to a request, unless Twitch has already revoked the subscription. */
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
 * that Twitch delays is requested again at growing intervals until the session ends. One that
 * Twitch refuses or revokes is requested again when its refusal is over.
 */
export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { clock, signal, refusals } = options;
  const progress = createSubscriptionProgress(options.plan, refusals);
  let retryMs = 0;
  let isRequesting = false;
  let stopTimer: (() => void) | null = null;
  signal.addEventListener('abort', () => stopTimer?.(), { once: true });

  async function request(): Promise<void> {
    isRequesting = true;
    const failure = await requestRound(progress, options);
    isRequesting = false;
    if (signal.aborted) return;
    if (failure !== null) options.failed(failure);
    else settle();
  }

  function settle(): void {
    if (!progress.hasEnabled()) return options.failed(progress.delayedBy ?? 'nothing_allowed');
    scheduleNext();
    options.settled(progress.delayedBy ?? (progress.isChatRefused() ? 'chat_refused' : null));
  }

  function scheduleNext(): void {
    stopTimer?.();
    retryMs = progress.delayedBy === null ? 0 : nextRetryMs(retryMs, progress.delayedBy);
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

/** Requests every subscription that is due. Returns why the session is useless, or `null`. */
async function requestRound(
  progress: SubscriptionProgress,
  { signal, subscribe, deleteStaleSubscriptions, answered }: SubscriberOptions,
): Promise<'session_gone' | 'unauthorized' | null> {
  const round = progress.startRound();
  // At the same time as the subscriptions without a cost, so that the gap is shorter.
  const staleDeleted = round.some(({ cost }) => cost > 0) ? deleteStaleSubscriptions() : null;
  for (const planned of round) {
    if (planned.cost > 0) await staleDeleted;
    if (signal.aborted) return null;
    progress.request(planned);
    const answer = await subscribe(planned);
    // Also reported after the end of the session: Twitch counts a subscription until it is deleted.
    if (progress.store(planned, answer)) answered(planned, answer);
    const { outcome } = answer;
    if (outcome === 'session_gone' || outcome === 'unauthorized') return outcome;
    if (signal.aborted) return null;
  }
  return null;
}

/** Doubles the interval. It starts longer for a limit, which Twitch does not lift in seconds. */
function nextRetryMs(previousMs: number, problem: Problem): number {
  const firstMs = LIMITS.has(problem) ? MINUTE : FIRST_RETRY_MS;
  return Math.min(Math.max(previousMs * 2, firstMs), MAX_RETRY_MS);
}

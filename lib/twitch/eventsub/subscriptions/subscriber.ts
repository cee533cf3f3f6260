import type { Problem } from '@/lib/domain/problem';
import type { Clock } from '@/lib/time';
import type { SubscriptionOutcome } from './create-subscription';
import type { JoinPace } from './join-pace';
import type { PlannedSubscription } from './plan';
import type { Refusals } from './refusals';
import { createRequestTimer } from './request-timer';
import type { StandingOf } from './standing';
import { createSubscriptionProgress, type SubscriptionProgress } from './subscription-progress';

/** Why a session is useless: it has no subscription, or its subscriptions cannot be requested. */
export type SubscriberFailure = 'session_gone' | 'unauthorized' | Problem;

/** Options of {@link startSubscriber}. */
export interface SubscriberOptions {
  plan: readonly PlannedSubscription[];
  /** The subscriptions that must not be requested now. They outlive the session. */
  refusals: Refusals;
  /** Keeps the requests within Twitch's limit of joins. It outlives the session. */
  pace: JoinPace;
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
  /** Called whenever a subscription may have another standing. */
  progressed(standingOf: StandingOf): void;
  /**
   * Called when every request has an answer, and before a pause in which the others have to wait for
   * the pace. Some subscription is enabled.
   */
  settled(): void;
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

/**
 * Requests the planned subscriptions one after another, those that join a chat at Twitch's pace. A
 * refused one does not stop the others. One that Twitch delays is requested again at growing
 * intervals until the session ends. One that Twitch refuses or revokes is requested again when its
 * refusal is over.
 */
export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { signal } = options;
  const progress = createSubscriptionProgress(options.plan, options.refusals, options.pace);
  let isRequesting = false;
  let hasChanged = false;
  const timer = createRequestTimer(progress, options, () => void request());

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
    timer.stop();
    if (!isRequesting && !signal.aborted) void request();
  }

  function settle(): void {
    const isOver = progress.due().length === 0;
    if (isOver && !progress.hasEnabled()) {
      return options.failed(progress.delayedBy ?? 'nothing_allowed');
    }
    timer.start();
    options.progressed(progress.standingOf);
    if (progress.hasEnabled()) options.settled();
  }

  void request();

  return {
    revoke: (keys, areAllowed) => {
      const wasEnabled = progress.revoke(keys, areAllowed);
      options.progressed(progress.standingOf);
      if (areAllowed) requestChanges();
      else if (wasEnabled && !isRequesting && !signal.aborted) settle();
    },
    changePlan: (plan) => {
      progress.changePlan(plan);
      options.progressed(progress.standingOf);
      requestChanges();
    },
  };
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
    options.progressed(progress.standingOf);
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

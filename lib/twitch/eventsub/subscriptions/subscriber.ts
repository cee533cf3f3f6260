import { LIMITS, type Problem } from '@/lib/domain/problem';
import { type Clock, MINUTE, SECOND } from '@/lib/time';
import type { SubscriptionOutcome } from './create-subscription';
import { CHAT_NOTICES, type PlannedSubscription } from './plan';
import type { Refusals } from './refusals';

/** Why a session without a single subscription is of no use. */
export type SubscriberFailure = 'session_gone' | 'unauthorized' | Problem;

/** What making a session's subscriptions needs, and whom it tells. */
export interface SubscriberOptions {
  plan: readonly PlannedSubscription[];
  /** What is not asked for now. Outlives the session, unlike everything else here. */
  refusals: Refusals;
  clock: Clock;
  /** Aborted as soon as the session these subscriptions are for stands no more. */
  signal: AbortSignal;
  /** Asks Twitch for one subscription. */
  subscribe(planned: PlannedSubscription): Promise<SubscriptionOutcome>;
  /** Deletes what a dead session left at Twitch, where it still counts against the budget. */
  deleteStaleSubscriptions(): Promise<void>;
  /** What became of one, each time it was asked for. */
  answered(planned: PlannedSubscription, answer: SubscriptionOutcome): void;
  /** Each subscription has been answered; `problem` is what keeps some of them out, if any. */
  settled(problem: Problem | null): void;
  failed(failure: SubscriberFailure): void;
}

/** A session's subscriptions in the making, and after. */
export interface Subscriber {
  /** Called when Twitch has ended subscriptions. Takes their keys; unknown ones have no effect. */
  drop(keys: readonly string[]): void;
}

const RETRY_FIRST_MS = 15 * SECOND;
const RETRY_AT_MOST_MS = 5 * MINUTE;

/**
 * Makes the planned subscriptions one after another. One that is refused never stops the others; one
 * that Twitch puts off is asked for again, at growing intervals, for as long as the session stands,
 * and so is one that it refused or took away, when that has stood for its time.
 */
export function startSubscriber(options: SubscriberOptions): Subscriber {
  const { clock, signal, refusals } = options;
  /** Keys of the enabled subscriptions. */
  const enabled = new Set<string>();
  let putOff: Problem | null = null;
  let retriedAfterMs = 0;
  let isAsking = false;
  let stopTimer: (() => void) | null = null;
  signal.addEventListener('abort', () => stopTimer?.(), { once: true });

  function missing(): PlannedSubscription[] {
    return options.plan.filter(({ key }) => !enabled.has(key));
  }

  function due(): PlannedSubscription[] {
    return missing().filter(({ key }) => refusals.endsIn(key) === 0);
  }

  /** Asks for all that is due. Gives what makes the session useless, if anything does. */
  async function askRound(): Promise<'session_gone' | 'unauthorized' | null> {
    putOff = null;
    let areLeftoversGone = false;
    for (const planned of due()) {
      if (planned.cost > 0 && !areLeftoversGone) {
        await options.deleteStaleSubscriptions();
        areLeftoversGone = true;
      }
      if (signal.aborted) return null;
      const answer = await options.subscribe(planned);
      const failure = note(planned.key, answer);
      // Also after the end of the session: a subscription counts at Twitch until it is deleted.
      options.answered(planned, answer);
      if (failure !== null || signal.aborted) return failure;
    }
    return null;
  }

  function note(key: string, answer: SubscriptionOutcome): 'session_gone' | 'unauthorized' | null {
    switch (answer.outcome) {
      case 'enabled':
        enabled.add(key);
        return null;
      case 'refused':
        refusals.add(key);
        return null;
      case 'later':
        putOff ??= answer.problem;
        return null;
      default:
        return answer.outcome;
    }
  }

  async function ask(): Promise<void> {
    isAsking = true;
    const failure = await askRound();
    isAsking = false;
    if (signal.aborted) return;
    if (failure !== null) options.failed(failure);
    else settle();
  }

  function settle(): void {
    if (enabled.size === 0) return options.failed(putOff ?? 'nothing_allowed');
    scheduleNext();
    const isChatRefused = options.plan.some(
      ({ type, key }) => type === CHAT_NOTICES && refusals.endsIn(key) > 0,
    );
    options.settled(putOff ?? (isChatRefused ? 'chat_refused' : null));
  }

  function scheduleNext(): void {
    stopTimer?.();
    const retryMs = nextRetryMs();
    const delays = missing().map(({ key }) => refusals.endsIn(key) || retryMs);
    if (delays.length > 0) stopTimer = clock.after(Math.min(...delays), () => void ask());
  }

  function nextRetryMs(): number {
    if (putOff === null) retriedAfterMs = 0;
    else
      retriedAfterMs = Math.min(
        Math.max(retriedAfterMs * 2, firstRetryMs(putOff)),
        RETRY_AT_MOST_MS,
      );
    return Math.max(retriedAfterMs, RETRY_FIRST_MS);
  }

  void ask();

  return {
    drop: (keys) => {
      for (const key of keys) refusals.add(key);
      const dropped = keys.filter((key) => enabled.delete(key));
      if (dropped.length > 0 && !isAsking && !signal.aborted) settle();
    },
  };
}

/** Limits of Twitch are not lifted within seconds. */
function firstRetryMs(problem: Problem): number {
  return LIMITS.has(problem) ? MINUTE : RETRY_FIRST_MS;
}

import type { Problem } from '@/lib/domain/problem';
import { type Clock, MINUTE, SECOND } from '@/lib/time';
import { CHAT_NOTICES, type PlannedSubscription } from './plan';
import type { SubscribeOutcome } from './subscribe';

/** Why a session without a single subscription is of no use. */
export type SubscribeFailure = 'session_gone' | 'unauthorised' | Problem;

/** What making a session's subscriptions needs, and whom it tells. */
export interface SubscriberOptions {
  plan: readonly PlannedSubscription[];
  clock: Clock;
  /** Aborted as soon as the session these subscriptions are for stands no more. */
  signal: AbortSignal;
  /** Asks Twitch for one subscription. */
  subscribe(planned: PlannedSubscription): Promise<SubscribeOutcome>;
  /** Deletes what a dead session left at Twitch, where it still counts against the budget. */
  deleteLeftovers(): Promise<void>;
  /** What became of one, each time it was asked for. */
  answered(planned: PlannedSubscription, answer: SubscribeOutcome): void;
  /** Each subscription has been answered; `problem` is what keeps some of them out, if any. */
  settled(problem: Problem | null): void;
  failed(failure: SubscribeFailure): void;
}

interface Tally {
  enabled: number;
  chatRefused: boolean;
  later: PlannedSubscription[];
  laterProblem: Problem | null;
  fatal: 'session_gone' | 'unauthorised' | null;
}

const RETRY_FIRST_MS = 15 * SECOND;
const RETRY_AT_MOST_MS = 5 * MINUTE;

/**
 * Makes the planned subscriptions one after another. One that is refused never stops the others;
 * one that Twitch puts off is asked for again, at growing intervals, for as long as the session
 * stands.
 */
export async function makeSubscriptions(options: SubscriberOptions): Promise<void> {
  const tally: Tally = {
    enabled: 0,
    chatRefused: false,
    later: [...options.plan],
    laterProblem: null,
    fatal: null,
  };
  for (let delayMs = RETRY_FIRST_MS; ; delayMs = Math.min(delayMs * 2, RETRY_AT_MOST_MS)) {
    await makeRound(options, tally);
    if (options.signal.aborted) return;
    if (tally.fatal !== null) return options.failed(tally.fatal);
    if (tally.enabled === 0) return options.failed(tally.laterProblem ?? 'nothing_allowed');
    options.settled(tally.laterProblem ?? (tally.chatRefused ? 'chat_refused' : null));
    if (tally.later.length === 0) return;
    await pause(options, delayMs);
    if (options.signal.aborted) return;
  }
}

/** Waits, but not beyond the end of the session. */
function pause({ clock, signal }: SubscriberOptions, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const stopTimer = clock.after(delayMs, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    function onAbort(): void {
      stopTimer();
      resolve();
    }
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

async function makeRound(options: SubscriberOptions, tally: Tally): Promise<void> {
  const pending = tally.later;
  tally.later = [];
  tally.laterProblem = null;
  let areLeftoversGone = false;
  for (const planned of pending) {
    if (planned.cost > 0 && !areLeftoversGone) {
      await options.deleteLeftovers();
      areLeftoversGone = true;
    }
    if (options.signal.aborted) return;
    const answer = await options.subscribe(planned);
    count(tally, planned, answer);
    // Also after the end of the session: a subscription counts at Twitch until it is deleted.
    options.answered(planned, answer);
    if (tally.fatal !== null || options.signal.aborted) return;
  }
}

function count(tally: Tally, planned: PlannedSubscription, answer: SubscribeOutcome): void {
  switch (answer.outcome) {
    case 'enabled':
      tally.enabled += 1;
      return;
    case 'refused':
      if (planned.type === CHAT_NOTICES) tally.chatRefused = true;
      return;
    case 'later':
      tally.later.push(planned);
      tally.laterProblem ??= answer.problem;
      return;
    default:
      tally.fatal = answer.outcome;
  }
}

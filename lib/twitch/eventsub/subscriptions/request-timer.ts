import { LIMITS, type Problem } from '@/lib/domain/problem';
import { type Clock, MINUTE, SECOND } from '@/lib/time';
import type { JoinPace } from './join-pace';
import type { Refusals } from './refusals';
import type { SubscriptionProgress } from './subscription-progress';

const FIRST_RETRY_MS = 15 * SECOND;
const MAX_RETRY_MS = 5 * MINUTE;

/** Options of {@link createRequestTimer}. */
export interface RequestTimerOptions {
  refusals: Refusals;
  pace: JoinPace;
  clock: Clock;
  /** Aborted when the session ends. */
  signal: AbortSignal;
}

/** Waits until something has to be requested. */
export interface RequestTimer {
  /** Begins to wait anew: for the pace, for the end of a delay, or for the end of a refusal. */
  start(): void;
  stop(): void;
}

/** Creates the timer of one session. It calls `request` when the wait is over. */
export function createRequestTimer(
  progress: SubscriptionProgress,
  { clock, signal, refusals, pace }: RequestTimerOptions,
  request: () => void,
): RequestTimer {
  let retryMs = 0;
  let stopTimer: (() => void) | null = null;
  const stop = () => stopTimer?.();
  signal.addEventListener('abort', stop, { once: true });

  function startNextRound(): void {
    retryMs = progress.delayedBy === null ? 0 : nextRetryMs(retryMs, progress.delayedBy);
    const delayMs = delayOfNext(progress, refusals, retryMs);
    if (delayMs === null) return;
    stopTimer = clock.after(delayMs, () => {
      progress.startRound();
      request();
    });
  }

  return {
    stop,
    start: () => {
      stop();
      const delays = progress.due().map(({ type }) => pace.delayOf(type));
      if (delays.length > 0) stopTimer = clock.after(Math.min(...delays), request);
      else startNextRound();
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

/** Doubles the interval. It starts longer for a limit that Twitch does not lift in seconds. */
function nextRetryMs(previousMs: number, problem: Problem): number {
  const isLong = LIMITS.has(problem) && problem !== 'rate_limited';
  const firstMs = isLong ? MINUTE : FIRST_RETRY_MS;
  return Math.min(Math.max(previousMs * 2, firstMs), MAX_RETRY_MS);
}

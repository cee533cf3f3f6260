import type { Log } from '@/lib/log';
import { type Clock, MINUTE } from '@/lib/time';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import type { BackfillResult } from './backfilled-event';
import type { BackfillRequest, Source } from './source';

/** Options of {@link startBackfill}. */
export interface BackfillOptions {
  sources: readonly Source[];
  request: BackfillRequest;
  clock: Clock;
  log: Log;
  resultReceived(result: BackfillResult): void;
  /** Called when Helix refuses the token, so that it has to be validated. */
  unauthorized(): void;
  /** Called when every source has answered, at once if there is none. A 403 is an answer, too. */
  completed(): void;
}

/** Delays before a failed source is tried again. After the last one it waits for the next gap. */
const RETRY_DELAYS_MS = [MINUTE, 5 * MINUTE];

/**
 * Looks up every source once. If one fails, the others go on. Returns a function that stops the
 * backfill; after that no callback is called.
 */
export function startBackfill(options: BackfillOptions): () => void {
  const { sources, clock, log } = options;
  const timers = new Set<() => void>();
  const unanswered = new Set(sources);
  let isStopped = false;

  function schedule(delayMs: number | undefined, run: () => void): void {
    if (delayMs === undefined) return;
    const stop = clock.after(delayMs, () => {
      timers.delete(stop);
      run();
    });
    timers.add(stop);
  }

  function complete(source: Source): void {
    if (unanswered.delete(source) && unanswered.size === 0) options.completed();
  }

  /** Returns true if the source has answered. */
  async function lookUp(source: Source, failures = 0): Promise<boolean> {
    try {
      const result = await source.lookUp(options.request);
      if (isStopped) return false;
      options.resultReceived(result);
      complete(source);
      return true;
    } catch (error) {
      if (!isStopped) onFailure(source, error, failures);
      return false;
    }
  }

  function onFailure(source: Source, error: unknown, failures: number): void {
    log.warn(`${source.name} could not be looked up`, error);
    const status = error instanceof HelixError ? error.status : null;
    if (status === 401) return options.unauthorized();
    // Neither the scopes nor the role change during a backfill, so a retry would fail, too.
    if (status === 403) return complete(source);
    schedule(RETRY_DELAYS_MS[failures], () => void lookUp(source, failures + 1));
  }

  if (sources.length === 0) options.completed();
  for (const source of sources) {
    void lookUp(source).then((hasAnswered) => {
      if (hasAnswered) schedule(source.repeatAfterMs, () => void lookUp(source));
    });
  }
  return () => {
    isStopped = true;
    for (const stop of timers) stop();
  };
}

import type { Log } from '@/lib/log';
import { type Clock, MINUTE } from '@/lib/time';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import type { BackfillResult } from './backfilled-event';
import type { BackfillRequest, Source } from './source';

/** What catching up needs, and whom it tells. */
export interface BackfillOptions {
  sources: readonly Source[];
  search: BackfillRequest;
  clock: Clock;
  log: Log;
  found(finding: BackfillResult): void;
  /** Twitch refused the token: it wants validating. */
  unauthorized(): void;
  /** Every source has been looked through. */
  done(): void;
}

/** A source that fails is asked again after these, and then not before the next pause. */
const AGAIN_AFTER_MS = [MINUTE, 5 * MINUTE];

/**
 * Looks through every source once for what was missed. One that fails keeps no other from telling.
 * Gives what ends the search; after that nothing is told any more.
 */
export function startBackfill(options: BackfillOptions): () => void {
  const { sources, clock, log } = options;
  const timers = new Set<() => void>();
  const left = new Set(sources);
  let isStopped = false;

  function later(delayMs: number | undefined, run: () => void): void {
    if (delayMs === undefined) return;
    const stop = clock.after(delayMs, () => {
      timers.delete(stop);
      run();
    });
    timers.add(stop);
  }

  function settle(source: Source): void {
    if (left.delete(source) && left.size === 0) options.done();
  }

  async function look(source: Source, failures = 0): Promise<boolean> {
    try {
      const finding = await source.find(options.search);
      if (isStopped) return false;
      options.found(finding);
      settle(source);
      return true;
    } catch (error) {
      if (!isStopped) onFailure(source, error, failures);
      return false;
    }
  }

  function onFailure(source: Source, error: unknown, failures: number): void {
    log.warn(`${source.name} could not be looked for`, error);
    const status = error instanceof HelixError ? error.status : null;
    if (status === 401) return options.unauthorized();
    // Not with these rights, however often it is tried.
    if (status === 403) return settle(source);
    later(AGAIN_AFTER_MS[failures], () => void look(source, failures + 1));
  }

  for (const source of sources) {
    void look(source).then((hasAnswer) => {
      if (hasAnswer) later(source.againAfterMs, () => void look(source));
    });
  }
  return () => {
    isStopped = true;
    for (const stop of timers) stop();
  };
}

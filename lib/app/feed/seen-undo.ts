import type { Seen } from '@/lib/domain/history/seen';
import { type Clock, isRecent, MINUTE } from '@/lib/time';

/** What can be taken back of the mark of everything. */
interface Kept<Report> {
  /** What was seen before. */
  before: Seen;
  /** What was on screen since then, oldest first. */
  since: readonly Report[];
}

/** Remembers what was seen before the user marked everything as seen. */
export interface SeenUndo<Report> {
  /** Called before the user marks everything as seen. */
  keep(before: Seen): void;
  /** Called when a screen reports something as seen, also if that changes nothing now. */
  reported(report: Report): void;
  /** Returns what can be taken back, and forgets it; `null` if there is nothing, or it is too late. */
  take(): Kept<Report> | null;
  forget(): void;
}

const KEPT_MS = 5 * MINUTE;
/** Enough for five minutes of a busy channel. */
const MAX_REPORTS = 200;

/**
 * Creates the memory of the last mark. It is in the memory of the worker only: a user who takes a
 * click back does so within moments.
 */
export function createSeenUndo<Report>(clock: Pick<Clock, 'now'>): SeenUndo<Report> {
  let kept: (Kept<Report> & { at: number }) | null = null;
  return {
    keep: (before) => {
      kept = { before, since: [], at: clock.now() };
    },
    reported: (report) => {
      if (kept !== null) kept.since = [...kept.since, report].slice(-MAX_REPORTS);
    },
    take: () => {
      const taken = kept;
      kept = null;
      return taken !== null && isRecent(taken.at, KEPT_MS, clock.now()) ? taken : null;
    },
    forget: () => {
      kept = null;
    },
  };
}

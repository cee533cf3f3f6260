import type { Database } from '@/lib/db/database';
import { firstUnseen, partDownTo } from '@/lib/db/feed/seen';
import { newestSeq } from '@/lib/db/history/newest-seq';
import {
  floorOf,
  forgetsParts,
  highestSeen,
  isEqualSeen,
  type Seen,
  type SeenPart,
  seenUpTo,
  seenWithin,
  withImported,
  withPart,
} from '@/lib/domain/history/seen';
import type { Clock } from '@/lib/time';
import { createSeenUndo } from './seen-undo';

/** Dependencies of {@link createSeenMark}. */
export interface SeenMarkOptions {
  db: Database;
  load(): Promise<Seen>;
  store(seen: Seen): Promise<void>;
  clock: Pick<Clock, 'now'>;
}

/** What a screen reports as seen. */
export interface SeenReport {
  /** The arrival number of the newest event at that time. */
  upTo: number;
  /** The id of the oldest row on screen; absent if there are no older rows. */
  downTo?: string | undefined;
  /** The streamer of the list; absent for the list over everybody. */
  streamerId?: string | undefined;
  /** True if the user has asked for it, so that it can be taken back. */
  canUndo?: boolean | undefined;
}

/** The mark of what the user has seen of the log. */
export interface SeenMark {
  /**
   * Returns what the user has seen. The mark never outlives its log: it is never beyond the newest
   * event. Throws what IndexedDB throws.
   */
  read(): Promise<Seen>;
  /** Marks what a screen reports as seen. Returns true if that changes anything. */
  mark(report: SeenReport): Promise<boolean>;
  /**
   * Marks events that came from a file, by the arrival numbers of the first and the last of them: no
   * screen shows them as new.
   */
  imported(range: { from: number; upTo: number }): Promise<void>;
  /**
   * Takes back the last mark that the user has asked for: what was unseen before is so again, except
   * for what was on screen since. Returns false if there is none, or if it is too late.
   */
  undo(): Promise<boolean>;
}

/**
 * Creates the mark. Reads and changes happen one after the other. It is loaded only once, because
 * nothing else stores it and every publication needs it.
 */
export function createSeenMark({ db, load, store, clock }: SeenMarkOptions): SeenMark {
  const inTurn = createTurns();
  const behind = createBehind(db);
  const undo = createSeenUndo<SeenReport>(clock);
  const { readNow, change } = createKnownSeen({ db, load, store }, () => {
    behind.forget();
    undo.forget();
  });

  /** Returns what is seen after a report; `null` if its row is no longer stored. */
  async function after(seen: Seen, upTo: number, report: SeenReport): Promise<Seen | null> {
    const { downTo, streamerId = null } = report;
    if (downTo === undefined) return seenUpTo(seen, upTo, streamerId);
    const part = await partDownTo(db, downTo, { streamerId, upTo });
    if (part === null) return null;
    const marked = withPart(seen, part);
    return (await behind.hasAny(marked, part)) ? marked : seenUpTo(marked, upTo, streamerId);
  }

  async function markNow(report: SeenReport): Promise<boolean> {
    const seen = await readNow();
    // A page must not mark events as seen that have not happened yet.
    const upTo = Math.min(report.upTo, await newestSeq(db));
    if (report.canUndo === true) undo.keep(seen);
    else undo.reported({ ...report, upTo });
    if (upTo <= floorOf(seen, report.streamerId ?? null)) return false;
    const marked = await after(seen, upTo, report);
    if (marked === null || isEqualSeen(marked, seen)) return false;
    await change(marked);
    return true;
  }

  async function importedNow(range: { from: number; upTo: number }): Promise<void> {
    const marked = withImported(await readNow(), range);
    undo.forget();
    const list = { streamerId: null, upTo: range.upTo, at: 0, seq: 0 };
    await change((await behind.hasAny(marked, list)) ? marked : seenUpTo(marked, range.upTo));
  }

  async function undoNow(): Promise<boolean> {
    await readNow();
    const kept = undo.take();
    if (kept === null) return false;
    behind.forget();
    let seen = kept.before;
    for (const report of kept.since) {
      const isNew = report.upTo > floorOf(seen, report.streamerId ?? null);
      if (isNew) seen = (await after(seen, report.upTo, report)) ?? seen;
    }
    await change(seen);
    return true;
  }

  return {
    read: () => inTurn(readNow),
    mark: (report) => inTurn(() => markNow(report)),
    imported: (range) => inTurn(() => importedNow(range)),
    undo: () => inTurn(undoNow),
  };
}

/** Returns a function that runs one task after the other, also after one that has failed. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(run: () => Promise<Value>): Promise<Value> => {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Keeps what is seen. `onCut` is called when the log has begun anew or lost its newest event. */
function createKnownSeen({ db, load, store }: Omit<SeenMarkOptions, 'clock'>, onCut: () => void) {
  let known: Seen | undefined;

  async function change(seen: Seen): Promise<void> {
    await store(seen);
    known = seen;
  }

  return {
    change,
    async readNow(): Promise<Seen> {
      const seen = known ?? (await load());
      known = seen;
      const newest = await newestSeq(db);
      if (highestSeen(seen) <= newest) return seen;
      const within = seenWithin(seen, newest);
      onCut();
      await change(within);
      return within;
    },
  };
}

/**
 * Looks for unseen rows behind what was on screen. It remembers where they begin: else each look at a
 * streamer would read again what all others have sent since then.
 */
function createBehind(db: Database) {
  const begins = new Map<string | null, number>();
  return {
    forget: () => begins.clear(),
    /** Returns true if something of the list of `part` is unseen, as far as it was stored then. */
    async hasAny(seen: Seen, { streamerId, upTo }: SeenPart): Promise<boolean> {
      const from = forgetsParts(seen, streamerId) ? 0 : (begins.get(streamerId) ?? 0);
      const first = await firstUnseen(db, { streamerId, upTo, seen, from });
      begins.set(streamerId, first ?? upTo);
      return first !== null;
    },
  };
}

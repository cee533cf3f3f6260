import type { Database } from '@/lib/db/database';
import { hasUnseen, partDownTo } from '@/lib/db/feed/seen';
import { newestSeq } from '@/lib/db/history/newest-seq';
import { isEqualSeen, type Seen, seenUpTo, seenWithin, withPart } from '@/lib/domain/history/seen';

/** Dependencies of {@link createSeenMark}. */
export interface SeenMarkOptions {
  db: Database;
  load(): Promise<Seen>;
  store(seen: Seen): Promise<void>;
}

/** The mark of what the user has seen of the log. */
export interface SeenMark {
  /**
   * Returns what the user has seen. The mark never outlives its log: it is never beyond the newest
   * event. Throws what IndexedDB throws.
   */
  read(): Promise<Seen>;
  /**
   * Marks the events up to an arrival number as seen: all of them, or with the id of a row as
   * `downTo` only those of the list down to this row. Returns true if that changes anything.
   */
  mark(upTo: number, downTo?: string): Promise<boolean>;
}

/**
 * Creates the mark. Reads and changes happen one after the other. It is loaded only once, because
 * nothing else stores it and every publication needs it.
 */
export function createSeenMark({ db, load, store }: SeenMarkOptions): SeenMark {
  let last: Promise<unknown> = Promise.resolve();
  let known: Seen | undefined;

  function inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return result;
  }

  async function change(seen: Seen): Promise<void> {
    await store(seen);
    known = seen;
  }

  async function readNow(): Promise<Seen> {
    const seen = known ?? (await load());
    known = seen;
    const newest = await newestSeq(db);
    if (Math.max(seen.upTo, ...seen.parts.map(({ upTo }) => upTo)) <= newest) return seen;
    const within = seenWithin(seen, newest);
    await change(within);
    return within;
  }

  async function markNow(upTo: number, downTo: string | undefined): Promise<boolean> {
    const seen = await readNow();
    // A page must not mark events as seen that have not happened yet.
    const seq = Math.min(upTo, await newestSeq(db));
    if (seq <= seen.upTo) return false;
    const after = await afterMark(db, seen, seq, downTo);
    if (after === null || isEqualSeen(after, seen)) return false;
    await change(after);
    return true;
  }

  return {
    read: () => inTurn(readNow),
    mark: (upTo, downTo) => inTurn(() => markNow(upTo, downTo)),
  };
}

async function afterMark(
  db: Database,
  seen: Seen,
  upTo: number,
  downTo: string | undefined,
): Promise<Seen | null> {
  if (downTo === undefined) return seenUpTo(seen, upTo);
  const part = await partDownTo(db, downTo, upTo);
  if (part === null) return null;
  const after = withPart(seen, part);
  const isBehind = await hasUnseen(db, { streamerId: part.streamerId, upTo, seen: after });
  return isBehind ? after : seenUpTo(after, upTo);
}

import type { Span } from '@/lib/domain/history/spans';
import { compareIn, type Entry, type Reading, type ReadPart } from './lists';

/** Reads the next entries, up to a number of them. Returns less only when all are read. */
export type ReadNext = (limit: number) => Promise<Entry[]>;

/** At least so many entries of a list are read at once, where there are many lists. */
const MIN_SHARE = 2;
/** Each time a list is read on, so many times more is read at once. */
const GROWTH = 4;

/**
 * Returns a function that reads several lists as one, in which each event is once. Of each list, it
 * reads little more than what is asked for, however long it is. Spans are in order, the newest first.
 */
export function mergedReader(
  lists: readonly ReadPart[],
  spans: readonly Span[],
  reading: Reading,
): ReadNext {
  const { after, isNewer } = reading;
  const isAhead = ({ from, until }: Span) =>
    after === null || (isNewer ? until > after.at : from <= after.at);
  const ahead = (isNewer ? spans.toReversed() : spans).filter(isAhead);
  const readers = ahead.values().map((span) => readerIn(span, lists, reading));
  let current = readers.next().value;
  return async (limit) => {
    const found: Entry[] = [];
    while (current !== undefined) {
      found.push(...(await current(limit - found.length)));
      if (found.length >= limit) break;
      current = readers.next().value;
    }
    return found;
  };
}

/** What is read of a list. */
interface Head {
  /** What is read and not yet returned. */
  waiting: Entry[];
  /** The last place that is read; `null` at the beginning. */
  end: Entry | null;
  isRead: boolean;
  /** Reads at least `share` entries, and at most `limit`. */
  readOn(share: number, limit: number): Promise<void>;
}

function readerIn(span: Span, lists: readonly ReadPart[], reading: Reading): ReadNext {
  const compare = compareIn(reading);
  const heads = lists.map((list) => headOf(list, span, reading));
  return async (limit) => {
    const evenly = Math.ceil((2 * limit) / Math.max(1, heads.length));
    const share = Math.min(limit, Math.max(MIN_SHARE, evenly));
    for (;;) {
      const waiting = withoutRepeats(heads.flatMap((head) => head.waiting).toSorted(compare));
      const last = waiting[limit - 1];
      // Their unread part may have entries before the last one.
      const behind = heads.filter(
        ({ isRead, end }) =>
          !isRead && (last === undefined || end === null || compare(end, last) < 0),
      );
      if (behind.length === 0) return taken(heads, waiting.slice(0, limit));
      await Promise.all(behind.map((head) => head.readOn(share, limit)));
    }
  };
}

function headOf(list: ReadPart, span: Span, { after, isNewer }: Reading): Head {
  let size = 0;
  return {
    waiting: [],
    end: null,
    isRead: false,
    async readOn(share, limit) {
      size = Math.max(share, Math.min(limit, size * GROWTH));
      const read = await list({ span, after: this.end ?? after, isNewer, limit: size });
      this.isRead = read.length < size;
      this.end = read.at(-1) ?? this.end;
      this.waiting.push(...read);
    },
  };
}

/** An event that is in several lists is at the same place in each. */
function withoutRepeats(sorted: readonly Entry[]): Entry[] {
  return sorted.filter(({ seq }, index) => seq !== sorted[index - 1]?.seq);
}

function taken(heads: readonly Head[], next: Entry[]): Entry[] {
  const seqs = new Set(next.map(({ seq }) => seq));
  for (const head of heads) head.waiting = head.waiting.filter(({ seq }) => !seqs.has(seq));
  return next;
}

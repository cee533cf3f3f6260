import type { Span } from '@/lib/domain/history/spans';
import type { RowPosition } from '../row-anchors';
import { compareIn, type Entry, type Reading, type ReadPart } from './lists';
import type { LogSource } from './log-filter';

/** Reads the next entries, up to a number of them. Returns less only when all are read. */
export type ReadNext = (limit: number) => Promise<Entry[]>;

/** At least so many entries of a list are read at once, where there are many lists. */
const MIN_SHARE = 2;
/** Each time a list is read on, so many times more is read at once. */
const GROWTH = 4;

type Lists = Pick<LogSource, 'lists' | 'carried'>;

/**
 * Returns a function that reads several lists as one, in which each event is once. Of each list, it
 * reads little more than what is asked for, however long it is. Spans are in order, the newest first.
 */
export function mergedReader(source: Lists, spans: readonly Span[], reading: Reading): ReadNext {
  const { after, isNewer } = reading;
  const isAhead = ({ from, until }: Span) =>
    after === null || (isNewer ? until > after.at : from <= after.at);
  const ahead = (isNewer ? spans.toReversed() : spans).filter(isAhead);
  const readers = ahead.values().map((span) => readerIn(span, source, reading));
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
  /** Up to where all is read; `null` for nothing. */
  end: RowPosition | null;
  isRead: boolean;
  isCarried: boolean;
  /** Reads at least `share` entries, and at most `limit`. */
  readOn(share: number, limit: number): Promise<void>;
}

interface HeadOptions extends Reading {
  isCarried: boolean;
}

function readerIn(span: Span, { lists, carried }: Lists, reading: Reading): ReadNext {
  const compare = compareIn(reading);
  const heads = [
    ...lists.map((list) => headOf(list, span, { ...reading, isCarried: false })),
    ...(carried === undefined ? [] : [headOf(carried, span, { ...reading, isCarried: true })]),
  ];
  return async (limit) => {
    const evenly = Math.ceil((2 * limit) / Math.max(1, lists.length));
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
      // Carried rows cost more, and mostly the others are enough.
      const cheap = behind.filter(({ isCarried }) => !isCarried);
      const next = cheap.length > 0 ? cheap : behind;
      await Promise.all(next.map((head) => head.readOn(share, limit)));
    }
  };
}

function headOf(list: ReadPart, span: Span, { isCarried, after, isNewer }: HeadOptions): Head {
  const firstSeq = isNewer ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  let last: Entry | undefined;
  let size = 0;
  return {
    waiting: [],
    // Carried rows are all at the old end: they are not read before the others have come so far.
    end: isCarried ? { at: span.from, seq: firstSeq } : null,
    isRead: false,
    isCarried,
    async readOn(share, limit) {
      size = isCarried ? limit : Math.max(share, Math.min(limit, size * GROWTH));
      const read = await list({ span, after: last ?? after, isNewer, limit: size });
      last = read.at(-1) ?? last;
      this.isRead = read.length < size;
      this.end = last ?? this.end;
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

import { isInSpans, type Span } from '@/lib/domain/history/spans';
import type { StoredEvent } from '@/lib/domain/row/row';
import { HOUR } from '@/lib/time';
import type { Database } from '../../database';
import { membersOf } from '../../history/row-members';
import type { RowPosition } from '../row-anchors';
import { type Entry, memoryList, placeOfRow, type ReadPart } from './lists';
import type { LogFilter } from './log-filter';

/** Reading one record costs as much as this many of a range that is read at once. */
const COST_OF_ONE = 3;

/** What is asked for of the log, some times among it. */
type FilterOfTimes = Pick<LogFilter, 'streamerId' | 'kinds'> & { spans: readonly Span[] };

/**
 * Returns the place of a row in a list of some times; `null` if it is not in the list. A row that begins
 * in one of the times is where it begins. Any other one is carried: it is at the old end of the first time
 * that has an event of it in its first hour. So every event of a time up to an hour long leads to its row.
 */
export async function placeInSpans(
  db: Database,
  spans: readonly Span[],
  anchor: StoredEvent,
): Promise<RowPosition | null> {
  const place = placeOfRow(anchor);
  if (isInSpans(spans, place.at)) return place;
  const members = await membersOf(db, anchor);
  const first = spans.findLast((span) =>
    members.some(({ created_at }) => isInSpans([firstHourOf(span)], created_at)),
  );
  return first === undefined ? null : { at: first.from, seq: anchor.seq };
}

/**
 * Returns a list of the carried rows of a filter, see {@link placeInSpans}. It reads the first hour of a
 * time, which may have many events, so it is best asked last.
 */
export function carriedRows(db: Database, filter: FilterOfTimes): ReadPart {
  const { streamerId, kinds = null, spans } = filter;
  const isAskedFor = (anchor: StoredEvent) =>
    (streamerId === null || anchor.streamer_id === streamerId) &&
    (kinds === null || kinds.has(anchor.event_type)) &&
    !isInSpans(spans, placeOfRow(anchor).at);
  return async (part) => {
    const { span, after, isNewer } = part;
    if (isNewer && after !== null && after.at > span.from) return [];
    const anchors = await anchorsOf(db, await continuedIn(db, firstHourOf(span)));
    const entries = anchors.filter(isAskedFor).map(async (event): Promise<Entry | null> => {
      const place = await placeInSpans(db, spans, event);
      return place?.at === span.from ? { ...place, event } : null;
    });
    return await memoryList((await Promise.all(entries)).filter((entry) => entry !== null))(part);
  };
}

/** Without a begin, a time has no first hour. */
function firstHourOf({ from, until }: Span): Span {
  return { from, until: Math.min(until, from + HOUR) };
}

/** Returns the events of a time that are not the begin of a row in it. Mostly, it reads only keys. */
async function continuedIn(db: Database, { from, until }: Span): Promise<StoredEvent[]> {
  if (from >= until) return [];
  const inTime = (index: 'created_at' | 'row_at') =>
    db.events.where(index).between(from, until, true, false);
  const seqs = await inTime('created_at').primaryKeys();
  if (seqs.length === 0) return [];
  const begun = new Set(await inTime('row_at').primaryKeys());
  const others = seqs.filter((seq) => !begun.has(seq));
  if (COST_OF_ONE * others.length > seqs.length) {
    return (await inTime('created_at').toArray()).filter(({ seq }) => !begun.has(seq));
  }
  return (await db.events.bulkGet(others)).filter((event) => event !== undefined);
}

/** Returns the events that begin the rows of some events, each once. */
async function anchorsOf(db: Database, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  // The latest report of a progress is in the place of its first one, which may have begun the row.
  const own = events.filter(({ row_at }) => row_at !== undefined);
  const others = events.filter(({ row_at }) => row_at === undefined);
  const threads = new Set(others.flatMap(({ thread }) => thread ?? []));
  const first = await Promise.all(
    [...threads].map((thread) => db.events.where('thread').equals(thread).first()),
  );
  const anchors = [...own, ...first.filter((event) => event !== undefined)];
  // While the storage is full, a row may have no begin for a time.
  const begins = anchors.filter(({ row_at }) => row_at !== undefined);
  return [...new Map(begins.map((event) => [event.seq, event])).values()];
}

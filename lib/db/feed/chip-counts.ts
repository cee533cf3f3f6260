import type { EventKind } from '@/lib/domain/event/event-kind';
import { CHOICES, choiceOf, type FilterChoice } from '@/lib/domain/filter/filter';
import type { Span } from '@/lib/domain/history/spans';
import { eachSlot, type HourRecord } from '@/lib/domain/log-index/day-record';
import { SLOT_MS } from '@/lib/domain/log-index/hour';
import type { Database } from '../database';
import { readTotals } from '../history/totals';
import { hoursIn } from '../log-index/hours-in';
import { isOfFilter, type LogFilter } from './log/log-filter';
import { readUnindexed } from './log/unindexed';

/** The events to count. */
export type ChipQuery = Pick<LogFilter, 'streamerId' | 'viewerId' | 'spans' | 'search'>;

/** The number of events of each choice; `null` where it is not known. */
export type ChipCounts = Readonly<Record<FilterChoice, number | null>>;

/** Some events of one kind. */
interface Counted {
  event_type: EventKind;
  count: number;
}

/**
 * Returns how many events each choice has. All numbers are exact or `null`: those of a viewer in some
 * time only, and of a search, are not counted anywhere, and others are not while the index is far
 * behind. Works in a live query.
 */
export async function chipCounts(db: Database, query: ChipQuery): Promise<ChipCounts> {
  const counted = await countsOf(db, query);
  const counts = new Map<FilterChoice | null, number>();
  for (const { event_type, count } of counted ?? []) {
    const choice = choiceOf(event_type);
    counts.set(choice, (counts.get(choice) ?? 0) + count);
  }
  // All choices are keys.
  return Object.fromEntries(
    CHOICES.map((choice) => [choice, counted === null ? null : (counts.get(choice) ?? 0)]),
  ) as Record<FilterChoice, number | null>;
}

async function countsOf(db: Database, query: ChipQuery): Promise<Counted[] | null> {
  const { streamerId, viewerId, spans = null, search = '' } = query;
  if (search !== '' || (viewerId !== null && spans !== null)) return null;
  if (viewerId === null && spans === null) {
    const totals = await readTotals(db);
    return totals.filter(({ streamer_id }) => streamerId === null || streamer_id === streamerId);
  }
  const unindexed = await readUnindexed(db);
  if (!unindexed.isAll) return null;
  const indexed =
    spans === null
      ? await countsOfViewer(db, query)
      : await countsInSpans(db, { streamerId, spans, upTo: unindexed.upTo });
  const others = unindexed.events.filter((event) => isOfFilter(query, event));
  return [...indexed, ...others.map(({ event_type }) => ({ event_type, count: 1 }))];
}

async function countsOfViewer(
  db: Database,
  { streamerId, viewerId }: ChipQuery,
): Promise<Counted[]> {
  const people = await db.people
    .where('[viewer_id+streamer_id]')
    .between([viewerId, streamerId ?? ''], [viewerId, streamerId ?? []], true, true)
    .toArray();
  // The names of the counts are kinds.
  return people.flatMap(({ counts }) =>
    Object.entries(counts).map(([kind, count]) => ({ event_type: kind as EventKind, count })),
  );
}

interface InSpans {
  streamerId: string | null;
  spans: readonly Span[];
  /** The last event in the index. */
  upTo: number;
}

async function countsInSpans(
  db: Database,
  { streamerId, spans, upTo }: InSpans,
): Promise<Counted[]> {
  const hours = await Promise.all(spans.map((span) => hoursIn(db, streamerId, span)));
  const cut = spans.flatMap(cutSlots);
  const read = await Promise.all(
    cut.map(({ from, until }) =>
      db.events.where('created_at').between(from, until, true, false).toArray(),
    ),
  );
  const atEdges = read
    .flat()
    .filter((event) => event.seq <= upTo && isOfFilter({ streamerId, viewerId: null }, event));
  return [
    ...hours.flatMap((records, index) => countsOfSlots(records, spans[index])),
    ...atEdges.map(({ event_type }) => ({ event_type, count: 1 })),
  ];
}

/** Counts the events in slots that are wholly in a span. */
function countsOfSlots(records: readonly HourRecord[], span: Span | undefined): Counted[] {
  if (span === undefined) return [];
  const isInside = (hour: number, slot: number) =>
    hour + slot * SLOT_MS >= span.from && hour + (slot + 1) * SLOT_MS <= span.until;
  const counts = new Map<EventKind, number>();
  for (const record of records) {
    eachSlot(record, (kind, slot, count) => {
      if (isInside(record.hour, slot)) counts.set(kind, (counts.get(kind) ?? 0) + count);
    });
  }
  return [...counts].map(([event_type, count]) => ({ event_type, count }));
}

/** Returns the parts of a span whose slots are only partly in it. */
function cutSlots({ from, until }: Span): Span[] {
  const [firstWhole, lastWhole] = [
    Math.ceil(from / SLOT_MS) * SLOT_MS,
    Math.floor(until / SLOT_MS) * SLOT_MS,
  ];
  // Within one slot, or none of its slots is whole.
  if (firstWhole > lastWhole) return [{ from, until }];
  return [
    { from, until: firstWhole },
    { from: lastWhole, until },
  ].filter((part) => part.from < part.until);
}

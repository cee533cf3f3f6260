import { isFiltering } from '@/lib/domain/filter/filter';
import { passes } from '@/lib/domain/filter/filter-rule';
import { type StoredEvent, toRow } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { membersOf } from '../history/row-members';
import { busySpans } from './log/busy-spans';
import { eventsAt } from './log/lists';
import { type LogFilter, sizeFilter } from './log/log-filter';
import { mergedReader } from './log/merge';
import { eventSource } from './log/source';

/** Events that are read at once. */
const BATCH = 2_000;

/**
 * Reads the single events of a filter, oldest first, some at a time, so that a log of any length needs
 * the same memory. All events of a row are read if the row is large enough. Ends with the reason of
 * `signal` as soon as it is aborted. Throws what IndexedDB throws.
 */
export async function* eventsOf(
  db: Database,
  filter: LogFilter,
  { signal, size = BATCH }: { signal?: AbortSignal; size?: number } = {},
): AsyncGenerator<readonly StoredEvent[]> {
  const { kinds = null } = filter;
  const source = await eventSource(db, filter, signal);
  const spans = await busySpans(db, filter);
  const readNext = mergedReader(source, spans, { after: null, isNewer: true });
  const isAskedFor = (event: StoredEvent) =>
    source.matches?.(event) !== false && (kinds === null || kinds.has(event.event_type));
  for (;;) {
    signal?.throwIfAborted();
    const entries = await readNext(size);
    const events = (await eventsAt(db, entries)).filter(isAskedFor);
    const large = await ofLargeRows(db, events, filter.least);
    if (large.length > 0) yield large;
    if (entries.length < size) return;
  }
}

/** Returns the events whose rows are large enough. */
async function ofLargeRows(
  db: Database,
  events: readonly StoredEvent[],
  least: LogFilter['least'],
): Promise<readonly StoredEvent[]> {
  const filter = sizeFilter(least);
  if (!isFiltering(filter)) return events;
  const rows = Map.groupBy(events, ({ thread, id }) => thread ?? id);
  const areLarge = await Promise.all(
    rows.values().map(async ([event]) => {
      if (event === undefined) return false;
      const members = await membersOf(db, event);
      const anchor = members.find(({ row_at }) => row_at !== undefined) ?? event;
      return passes(toRow(anchor, members), filter);
    }),
  );
  const large = new Set([...rows.keys()].filter((_row, index) => areLarge[index]));
  return events.filter(({ thread, id }) => large.has(thread ?? id));
}

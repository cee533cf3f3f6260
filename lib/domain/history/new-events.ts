import type { StreamEvent } from '../event/event';
import { GROUPED_AFTER_MS } from '../row/grouping';
import type { StoredEvent } from '../row/row';

/** An event that is about to be stored. It has no `seq` until the log assigns one. */
export type NewEvent = StreamEvent & Pick<StoredEvent, 'row_at' | 'folds_at' | 'resumed_at'>;

/** A report on the progress of something. The log keeps only the latest one. */
export type Progress = StreamEvent & { natural_key: string };

/** Returns true if an event is a {@link Progress}. */
export function isProgress(event: StreamEvent): event is Progress {
  return event.natural_key !== undefined && event.event_type.endsWith('_progress');
}

/** Removes all but the latest report of each progress. All other events stay. */
export function newestProgress(events: readonly StreamEvent[]): StreamEvent[] {
  const newest = new Map<string, StreamEvent>();
  for (const event of events.filter(isProgress)) {
    const known = newest.get(event.natural_key);
    if (known === undefined || event.created_at > known.created_at) {
      newest.set(event.natural_key, event);
    }
  }
  return events.filter((event) => !isProgress(event) || newest.get(event.natural_key) === event);
}

/** Returns the first event of each id and natural key, except events that are already known. */
export function withoutKnown(
  events: readonly StreamEvent[],
  known: { ids: ReadonlySet<unknown>; keys: ReadonlySet<unknown> },
): StreamEvent[] {
  const ids = new Set(known.ids);
  const keys = new Set(known.keys);
  return events.filter(({ id, natural_key }) => {
    const isKnown = ids.has(id) || (natural_key !== undefined && keys.has(natural_key));
    ids.add(id);
    if (natural_key !== undefined) keys.add(natural_key);
    return !isKnown;
  });
}

/**
 * Marks the events that begin a row: the first event of each thread. `begun` contains the threads
 * that are already in the log. A change of the channel begins no row here, because its row depends
 * on the events next to it in the log.
 */
export function withRowStarts(
  events: readonly StreamEvent[],
  begun: ReadonlySet<unknown>,
): NewEvent[] {
  const threads = new Set(begun);
  return events.map((event) => {
    const { event_type, id, thread, created_at } = event;
    if (event_type === 'channel_update') return { ...event, thread: `channel_update:${id}` };
    if (thread !== undefined && threads.has(thread)) return event;
    threads.add(thread);
    const begins = { ...event, row_at: created_at };
    return event_type === 'follow'
      ? { ...begins, folds_at: created_at + GROUPED_AFTER_MS }
      : begins;
  });
}

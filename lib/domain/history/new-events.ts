import type { StreamEvent } from '../event/event';
import { GROUPED_AFTER_MS } from '../row/grouping';
import type { StoredEvent } from '../row/row';

/** An event on its way into the log, which is going to number it. */
export type NewEvent = StreamEvent & Pick<StoredEvent, 'row_at' | 'folds_at'>;

/** A report on how far something has come, of which the log holds one. */
export type Progress = StreamEvent & { natural_key: string };

/** Whether an event is a {@link Progress}. */
export function isProgress(event: StreamEvent): event is Progress {
  return event.natural_key !== undefined && event.event_type.endsWith('_progress');
}

/** Of several reports on one progress only the latest is of use. All other events stay. */
export function newestProgress(events: readonly StreamEvent[]): StreamEvent[] {
  const newest = new Map<string, StreamEvent>();
  for (const event of events.filter(isProgress)) {
    const other = newest.get(event.natural_key);
    if (other === undefined || event.created_at > other.created_at) {
      newest.set(event.natural_key, event);
    }
  }
  return events.filter((event) => !isProgress(event) || newest.get(event.natural_key) === event);
}

/** The first of each id and natural key among `events`, but for those that are known already. */
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
 * Events with what their rows need. The first event of a thread begins its row and the rest join it;
 * `begun` are the threads in the log. Where a change of the channel belongs is found out once it
 * is in the log: until then it begins nothing.
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

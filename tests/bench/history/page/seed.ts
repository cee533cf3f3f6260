import type { Database } from '@/lib/db/database';
import type { StreamEvent } from '@/lib/domain/event/event';
import { type NewEvent, withRowStarts } from '@/lib/domain/history/new-events';
import { DAY, startOfUtcDay, utcDay } from '@/lib/time';
import { recordedEvents } from './events';

/** A busy channel: a million events in three years. */
const EVENTS_PER_DAY = 913;
/** The number of different events; a longer history repeats them under other ids. */
const DIFFERENT = 10_000;
/** Records in one transaction. */
const BATCH = 10_000;

/** Returns the same event again, `copy` copies later. */
export function repeated(event: StreamEvent, copy: number, created_at: number): StreamEvent {
  const { id, natural_key, thread } = event;
  return {
    ...event,
    created_at,
    id: `${id}-${copy}`,
    ...(natural_key !== undefined && { natural_key: `${natural_key}-${copy}` }),
    ...(thread !== undefined && { thread: `${thread}-${copy}` }),
  };
}

/** Marks the rows, in the state in which they are once all waiting times are over. */
export function stored(event: NewEvent): NewEvent {
  const { folds_at: _foldsAt, ...record } = event;
  return event.event_type === 'channel_update' ? { ...record, row_at: event.created_at } : record;
}

/**
 * Fills an empty database with a long history that ends now, as recording would have left it, but
 * through the browser's own API and in large transactions.
 */
export async function seed(db: Database, count: number, now: number): Promise<void> {
  const events = recordedEvents(Math.min(count, DIFFERENT), 2);
  const begin = startOfUtcDay(now) - Math.ceil(count / EVENTS_PER_DAY) * DAY;
  const counters = new Map<string, number>();
  for (let first = 0; first < count; first += BATCH) {
    const copies = events
      .slice(0, count - first)
      .map((event, index) =>
        repeated(event, first / BATCH, begin + ((first + index) * DAY) / EVENTS_PER_DAY),
      );
    await putRecords(db, 'events', withRowStarts(copies, new Set()).map(stored));
    for (const { event_type, created_at, streamer_id } of copies) {
      for (const period of ['all', utcDay(created_at)]) {
        const key = `${streamer_id} ${event_type} ${period}`;
        counters.set(key, (counters.get(key) ?? 0) + 1);
      }
    }
  }
  const records = [...counters].map(([key, counted]) => {
    const [streamer_id, event_type, period] = key.split(' ');
    return { streamer_id, event_type, period, count: counted };
  });
  await putRecords(db, 'counts', records);
}

/** Puts records into a table in one transaction, through the browser's own API. */
export async function putRecords(
  db: Database,
  table: string,
  records: readonly object[],
): Promise<void> {
  const transaction = db.backendDB().transaction(table, 'readwrite');
  for (const record of records) transaction.objectStore(table).put(record);
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
}

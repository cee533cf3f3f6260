import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';

/** Events that are read at once. */
const BATCH = 2_000;

/**
 * Reads all events in order of arrival, some at a time, so that a log of any length needs the same
 * memory. Ends with an error as soon as the signal does. Throws what IndexedDB throws.
 */
export async function* allEvents(
  db: Database,
  signal: AbortSignal,
): AsyncGenerator<readonly StoredEvent[]> {
  let after = 0;
  for (;;) {
    signal.throwIfAborted();
    const events = await db.events.where('seq').above(after).limit(BATCH).toArray();
    const last = events.at(-1);
    if (last === undefined) return;
    after = last.seq;
    yield events;
  }
}

import type { Span } from '@/lib/domain/history/listened';
import { partialSlots, type Slot, slotsOf } from '@/lib/domain/history/slots';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { hoursIn } from '../log-index/hours-in';

/**
 * Reads what happened on the channel of a streamer, in slots of five minutes: a few records,
 * and the events of the slots at both ends, which are not full. `until` may be infinite. Works in a live
 * query. What the index does not contain yet is missing.
 */
export async function readSlots(db: Database, streamerId: string, span: Span): Promise<Slot[]> {
  const [hours, ...events] = await Promise.all([
    hoursIn(db, streamerId, span),
    ...partialSlots(span).map((part) => eventsDuring(db, streamerId, part)),
  ]);
  return slotsOf(hours, events.flat(), span);
}

async function eventsDuring(
  db: Database,
  streamerId: string,
  { from, until }: Span,
): Promise<StoredEvent[]> {
  return await db.events
    .where('created_at')
    .between(from, until, true, false)
    .filter(({ streamer_id }) => streamer_id === streamerId)
    .toArray();
}

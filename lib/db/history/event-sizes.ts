import type { EventKind } from '@/lib/domain/event/event-kind';
import { sizeOf } from '@/lib/domain/view/own-sizes';
import type { Database } from '../database';

/** The events to look at. */
export interface EventSizesQuery {
  streamerId: string;
  kinds: readonly EventKind[];
  /** Milliseconds since 1970. */
  from: number;
  /** At most so many of each kind, the newest. */
  limit: number;
}

/**
 * Returns the sizes of the newest events that begin a row. A gift bomb whose header was not the
 * first of its events is left out: it would have to be looked for among all gifts.
 */
export async function newestEventSizes(
  db: Database,
  { streamerId, kinds, from, limit }: EventSizesQuery,
): Promise<number[]> {
  const ofKind = async (kind: EventKind) =>
    await db.events
      .where('[streamer_id+event_type+row_at]')
      .between([streamerId, kind, from], [streamerId, kind, Number.POSITIVE_INFINITY])
      .reverse()
      .limit(limit)
      .toArray();
  return (await Promise.all(kinds.map(ofKind))).flat().map(sizeOf);
}

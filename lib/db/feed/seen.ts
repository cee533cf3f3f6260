import { floorOf, isSeen, type Seen, type SeenPart } from '@/lib/domain/history/seen';
import { makesUnseen } from '@/lib/domain/row/row';
import type { Database } from '../database';

/**
 * Returns the part of a list that ends with the row of this id, as far as it was stored up to the
 * arrival number `upTo`. The list is that of `streamerId`, or with `null` that over everybody.
 * Returns `null` if the row is not stored, or is of another streamer.
 */
export async function partDownTo(
  db: Database,
  rowId: string,
  { streamerId, upTo }: { streamerId: string | null; upTo: number },
): Promise<SeenPart | null> {
  const anchor = await db.events.where('id').equals(rowId).first();
  if (anchor === undefined) return null;
  const { streamer_id, row_at, created_at, seq } = anchor;
  if (streamerId !== null && streamer_id !== streamerId) return null;
  return { streamerId, upTo, at: row_at ?? created_at, seq };
}

/** The unseen events to look for. */
export interface UnseenQuery {
  /** `null` for everybody. */
  streamerId: string | null;
  /** Only events that were stored up to this arrival number. */
  upTo: number;
  seen: Seen;
  /** Every event below this arrival number is known to be seen. */
  from: number;
}

/** Returns the arrival number of the first event that is unseen, or `null` if there is none. */
export async function firstUnseen(
  db: Database,
  { streamerId, upTo, seen, from }: UnseenQuery,
): Promise<number | null> {
  const start = Math.max(from, floorOf(seen, streamerId) + 1);
  if (start > upTo) return null;
  const unseen = await db.events
    .where('seq')
    .between(start, upTo, true, true)
    .filter(
      (event) =>
        (streamerId === null || event.streamer_id === streamerId) &&
        makesUnseen(event) &&
        !isSeen(seen, event),
    )
    .first();
  return unseen?.seq ?? null;
}

import { isSeen, type Seen, type SeenPart } from '@/lib/domain/history/seen';
import { makesUnseen } from '@/lib/domain/row/row';
import type { Database } from '../database';

/**
 * Returns the part of a list that ends with the row of this id, as far as it was stored up to the
 * arrival number `upTo`; `null` if the row is not stored.
 */
export async function partDownTo(
  db: Database,
  rowId: string,
  upTo: number,
): Promise<SeenPart | null> {
  const anchor = await db.events.where('id').equals(rowId).first();
  if (anchor === undefined) return null;
  const { streamer_id: streamerId, row_at, created_at, seq } = anchor;
  return { streamerId, upTo, at: row_at ?? created_at, seq };
}

/** Returns true if a row of a streamer has unseen events, as far as it was stored up to `upTo`. */
export async function hasUnseen(
  db: Database,
  { streamerId, upTo, seen }: { streamerId: string; upTo: number; seen: Seen },
): Promise<boolean> {
  const unseen = await db.events
    .where('seq')
    .between(seen.upTo, upTo, false, true)
    .filter(
      (event) => event.streamer_id === streamerId && makesUnseen(event) && !isSeen(seen, event),
    )
    .first();
  return unseen !== undefined;
}

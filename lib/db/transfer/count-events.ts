import Dexie from 'dexie';
import { type EventScope, isEverything } from '@/lib/domain/transfer/scope';
import type { Database } from '../database';
import { readTotals } from '../history/totals';

/**
 * Returns how many events a scope has. Those of everybody and of a streamer are counted already;
 * others are counted over an index. Throws what IndexedDB throws.
 */
export async function countEvents(db: Database, scope: EventScope): Promise<number> {
  const { streamerId, viewerId, from, until } = scope;
  if (viewerId === null && from === null && until === null) {
    const totals = await readTotals(db);
    return totals
      .filter(({ streamer_id }) => isEverything(scope) || streamer_id === streamerId)
      .reduce((sum, { count }) => sum + count, 0);
  }
  const [begin, end] = [from ?? Dexie.minKey, until ?? Dexie.maxKey];
  const found =
    viewerId === null
      ? db.events.where('created_at').between(begin, end)
      : db.events.where('[viewer_id+created_at]').between([viewerId, begin], [viewerId, end]);
  if (streamerId === null) return await found.count();
  return await found.filter((event) => event.streamer_id === streamerId).count();
}

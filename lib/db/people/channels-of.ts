import type { Database } from '../database';
import { readTotals } from '../history/totals';

/**
 * Returns the ids of the streamers of a query: the one, or with `null` everybody in the log. Call it before
 * all else: a live query observes only what is read first, and whatever changes what is known of people also
 * changes the counters or how far the index is.
 */
export async function channelsOf(db: Database, streamerId: string | null): Promise<string[]> {
  const [totals] = await Promise.all([readTotals(db), db.log_index.get('log')]);
  if (streamerId !== null) return [streamerId];
  return [
    ...new Set(totals.filter(({ count }) => count > 0).map(({ streamer_id }) => streamer_id)),
  ];
}

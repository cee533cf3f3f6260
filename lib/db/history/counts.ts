import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Database } from '../database';
import { nameInLog } from './name-in-log';
import { readTotals } from './totals';

/** The number of recorded events of a streamer. */
export interface StreamerCount {
  streamerId: string;
  /** Display name. */
  streamerName: string;
  total: number;
  /** Highest count first. */
  byType: readonly { type: EventKind; count: number }[];
}

/** Reads the counters by streamer, and by streamer and type; highest count first. */
export async function countsByStreamer(db: Database): Promise<StreamerCount[]> {
  // Begun together, so that a live query observes both, see `readFeed`.
  const [counts, channels] = await Promise.all([readTotals(db), db.channels.toArray()]);
  const names = new Map(channels.map((channel) => [channel.id, channel.name]));
  const byStreamer = Map.groupBy(counts, (count) => count.streamer_id);
  const sums = await Promise.all(
    [...byStreamer].map(async ([streamerId, records]) => ({
      streamerId,
      streamerName: names.get(streamerId) ?? (await nameInLog(db, streamerId)),
      total: records.reduce((sum, record) => sum + record.count, 0),
      byType: records
        .map((record) => ({ type: record.event_type, count: record.count }))
        .toSorted((a, b) => b.count - a.count),
    })),
  );
  return sums.toSorted((a, b) => b.total - a.total);
}

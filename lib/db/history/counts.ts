import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Database } from '../database';
import { readTotals } from './totals';

/** Events recorded of one streamer. */
export interface StreamerCount {
  streamerId: string;
  /** Display name, or the id where the name is not known. */
  streamerName: string;
  total: number;
  /** Most frequent first. */
  byType: { type: EventKind; count: number }[];
}

/** Events by streamer, and by streamer and type, from the counters; most events first. */
export async function countsByStreamer(db: Database): Promise<StreamerCount[]> {
  const counts = await readTotals(db);
  const channels = await db.channels.toArray();
  const names = new Map(channels.map((channel) => [channel.id, channel.name]));
  const byStreamer = Map.groupBy(counts, (count) => count.streamer_id);
  return [...byStreamer]
    .map(([streamerId, records]) => ({
      streamerId,
      streamerName: names.get(streamerId) ?? streamerId,
      total: records.reduce((sum, record) => sum + record.count, 0),
      byType: records
        .map((record) => ({ type: record.event_type, count: record.count }))
        .toSorted((a, b) => b.count - a.count),
    }))
    .toSorted((a, b) => b.total - a.total);
}

import type { StreamerCount } from '@/lib/db/history/counts';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { HourRecord } from '@/lib/domain/log-index/day-record';
import { countByKind } from '@/lib/domain/statistics/count-hours';

/** The number of events of a streamer. */
export interface StreamerKinds {
  streamerId: string;
  /** Display name, or the id if the name is unknown. */
  name: string;
  total: number;
  /** Highest count first. */
  kinds: readonly { kind: EventKind; count: number }[];
}

const namesOf = (streamers: readonly Streamer[]) =>
  new Map(streamers.map(({ id, name }) => [id, name]));

/** Returns the counters of one streamer, or of all. */
export function fromCounters(
  counts: readonly StreamerCount[],
  streamers: readonly Streamer[],
  streamerId: string | null,
): StreamerKinds[] {
  const names = namesOf(streamers);
  return counts
    .filter((count) => streamerId === null || count.streamerId === streamerId)
    .map(({ streamerId, streamerName, total, byType }) => ({
      streamerId,
      name: names.get(streamerId) ?? streamerName,
      total,
      kinds: byType.map(({ type, count }) => ({ kind: type, count })),
    }));
}

/** Returns what hours add up to, in the same order as the counters: the highest counts first. */
export function fromHours(
  hours: readonly HourRecord[],
  streamers: readonly Streamer[],
): StreamerKinds[] {
  const names = namesOf(streamers);
  return [...countByKind(hours)]
    .map(([streamerId, counts]) => {
      // The keys are kinds, which Object.entries does not know.
      const kinds = (Object.entries(counts) as [EventKind, number][])
        .map(([kind, count]) => ({ kind, count }))
        .toSorted((a, b) => b.count - a.count);
      const total = kinds.reduce((sum, { count }) => sum + count, 0);
      return { streamerId, name: names.get(streamerId) ?? streamerId, total, kinds };
    })
    .toSorted((a, b) => b.total - a.total);
}

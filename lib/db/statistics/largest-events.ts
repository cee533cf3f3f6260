import { max, least as minBy } from 'd3-array';
import type { HourRecord } from '@/lib/domain/log-index/day-record';
import { HOUR_MS } from '@/lib/domain/log-index/hour';
import { LARGEST, type LargestSize, sizedOf } from '@/lib/domain/log-index/largest';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';

/** The largest event of its sort. */
export interface LargestEvent {
  name: LargestSize;
  size: number;
  event: StoredEvent;
}

/**
 * Finds the largest events of some hours, of which only those between two times count. Of several that
 * are as large, one of the first hour counts. Reads the events of one hour for each. Works in a live query.
 */
export async function largestEvents(
  db: Database,
  records: readonly HourRecord[],
  { start, end }: { start: number; end: number },
): Promise<LargestEvent[]> {
  const found = await Promise.all(
    LARGEST.map(async (name, index): Promise<LargestEvent[]> => {
      const size = max(records, ({ largest }) => largest[index]) ?? 0;
      const those = records.filter(({ largest }) => largest[index] === size);
      const record = minBy(those, ({ hour }) => hour);
      if (size === 0 || record === undefined) return [];
      // All at once: a cursor takes longer for each of them.
      const events = await db.events
        .where('created_at')
        .between(Math.max(start, record.hour), Math.min(end, record.hour + HOUR_MS))
        .toArray();
      const event = events.find(
        (each) => each.streamer_id === record.streamer_id && isThat(each, name, size),
      );
      // The event may have been deleted since the hours were read.
      return event === undefined ? [] : [{ name, size, event }];
    }),
  );
  return found.flat();
}

function isThat(event: StoredEvent, name: LargestSize, size: number): boolean {
  const sized = sizedOf(event);
  return sized?.name === name && sized.size === size;
}

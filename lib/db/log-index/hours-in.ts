import type { Span } from '@/lib/domain/history/spans';
import { type HourRecord, hoursOfDay } from '@/lib/domain/log-index/day-record';
import { hourOf } from '@/lib/domain/log-index/hour';
import { startOfUtcDay } from '@/lib/time';
import type { Database } from '../database';

/**
 * Reads the hours of a streamer, or of everybody, that are at least partly in a span. Opens no
 * transaction, so that it works in a live query.
 */
export async function hoursIn(
  db: Database,
  streamerId: string | null,
  { from, until }: Span,
): Promise<HourRecord[]> {
  const first = startOfUtcDay(from);
  const days =
    streamerId === null
      ? db.days.where('day').between(first, until, true, false)
      : db.days
          .where('[streamer_id+day]')
          .between([streamerId, first], [streamerId, until], true, false);
  const hours = (await days.toArray()).flatMap(hoursOfDay);
  return hours.filter(({ hour }) => hourOf(from) <= hour && hour < until);
}

import { overlapOf, type Span, weekHourSpans } from '@/lib/domain/history/spans';
import type { WeekHour } from '@/lib/domain/view/history-address';
import type { Database } from '../../database';

/**
 * Returns the times of an hour of the week by the user's clock, newest first, from the oldest event in
 * the log to the newest, as far as they are in `within`.
 */
export async function spansOfWeekHour(
  db: Database,
  { weekHour, within }: { weekHour: WeekHour; within: Span },
): Promise<Span[]> {
  const [oldest, oldestRow, newest] = await Promise.all([
    db.events.orderBy('created_at').first(),
    // A progress is at the place of its first report, but has the time of its latest one.
    db.events.orderBy('row_at').first(),
    db.events.orderBy('created_at').last(),
  ]);
  if (oldest === undefined || newest === undefined) return [];
  const from = Math.min(oldest.created_at, oldestRow?.row_at ?? oldest.created_at);
  const span = overlapOf({ from, until: newest.created_at + 1 }, within);
  return span === null ? [] : weekHourSpans(span, weekHour);
}

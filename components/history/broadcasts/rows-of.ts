import type { Broadcast } from '@/lib/domain/history/broadcasts';
import type { Span } from '@/lib/domain/history/listened';
import { type HistoryAddress, historyTime, WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import type { GoTo } from '../view-props';

/** Returns where the events of a part of a broadcast are; `until` is infinite for what goes on. */
export function rowsOf(
  { streamerId }: Pick<Broadcast, 'streamerId'>,
  { from, until }: Span,
): Partial<HistoryAddress> {
  return {
    streamerId,
    from: historyTime(from),
    until: Number.isFinite(until) ? historyTime(until) : null,
  };
}

/** Returns a function that leads to events, whatever the page shows now. */
export function goToRows(go: GoTo): GoTo {
  return (change) => go({ ...WHOLE_HISTORY, ...change });
}

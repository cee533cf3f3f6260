import { type HistoryAddress, WHOLE_HISTORY } from '@/lib/domain/view/history-address';

/** Returns what leads from an address to rows of the feed: those of its streamer and its dates. */
export function rowsBehind(
  { streamerId, from, until }: HistoryAddress,
  which: Partial<HistoryAddress>,
): Partial<HistoryAddress> {
  return { ...WHOLE_HISTORY, streamerId, from, until, ...which };
}

import { useMemo } from 'preact/hooks';
import type { PartOf } from '@/components/feed/row/dividers';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Database } from '@/lib/db/database';
import { broadcastTurns } from '@/lib/db/feed/broadcast-turns';
import { partBetween } from '@/lib/domain/view/broadcast-turns';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import type { RowView } from '@/lib/domain/view/row-view';
import { countOfFilters } from '../filters/active-filters';

/**
 * Returns where broadcasts begin and end between the rows of one streamer, if a filter may leave out
 * the rows that say so.
 */
export function useParts(
  db: Database,
  address: HistoryAddress,
  rows: readonly RowView[],
): PartOf | undefined {
  const streamerId = countOfFilters(address) > 0 ? address.streamerId : null;
  // Nothing is rendered again where nothing is asked for.
  const [newest, oldest] = streamerId === null ? [] : [rows.at(0), rows.at(-1)];
  const [until, from] = [newest?.createdAt ?? 0, oldest?.createdAt ?? 0];
  const turns = useLiveQuery(
    async () =>
      streamerId === null ? null : await broadcastTurns(db, streamerId, { from, until }),
    [db, streamerId, from, until],
  ).value;
  return useMemo(
    () => (turns ? (row, above) => partBetween(row, above, turns) : undefined),
    [turns],
  );
}

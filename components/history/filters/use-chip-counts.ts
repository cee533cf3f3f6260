import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Database } from '@/lib/db/database';
import { type ChipCounts, chipCounts } from '@/lib/db/feed/chip-counts';
import { spansOfAddress } from '@/lib/db/feed/log/address-filter';
import type { HistoryAddress } from '@/lib/domain/view/history-address';

/** Returns how many events of each choice there are, of whom and from when the address says. */
export function useChipCounts(db: Database, address: HistoryAddress): ChipCounts | undefined {
  const { streamerId, viewerId, from, until, weekHour } = address;
  return useLiveQuery(async () => {
    const spans = await spansOfAddress(db, { from, until, weekHour });
    return await chipCounts(db, { streamerId, viewerId, spans });
  }, [db, streamerId, viewerId, from, until, weekHour?.weekday, weekHour?.hour]).value;
}

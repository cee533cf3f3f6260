import type { Database } from '@/lib/db/database';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import { type LiveQuery, useLiveQuery } from './use-live-query';

/** Returns the subscription report of a streamer; `null` before there is a streamer or a report. */
export function useSubscriptionReport(
  db: Database,
  streamer: Pick<Streamer, 'id'> | null | undefined,
): LiveQuery<SubscriptionReport | null> {
  const streamerId = streamer?.id;
  return useLiveQuery(
    async () => (streamerId === undefined ? null : await readSubscriptionReport(db, streamerId)),
    [db, streamerId],
  );
}

import type { Database } from '@/lib/db/database';
import { readSubscriptionReport } from '@/lib/db/subscription-report';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { type LiveQuery, useLiveQuery } from './use-live-query';

/** Returns the subscription report of a streamer; `null` before there is a streamer or a report. */
export function useSubscriptionReport(
  db: Database,
  streamerId: string | undefined,
): LiveQuery<SubscriptionReport | null> {
  return useLiveQuery(
    async () => (streamerId === undefined ? null : await readSubscriptionReport(db, streamerId)),
    [db, streamerId],
  );
}

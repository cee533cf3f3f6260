import type {
  ReportedSubscription,
  SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import type { Database } from './database';

const KEY = 'receiving';

/** What is received of the favorite, and what is not; `null` before anything was asked for. */
export async function readSubscriptionReport(db: Database): Promise<SubscriptionReport | null> {
  return (await db.receiving.get(KEY)) ?? null;
}

/** Notes what is asked for from now on. */
export async function storeSubscriptionReport(
  db: Database,
  now: SubscriptionReport,
): Promise<void> {
  await db.receiving.put({ id: KEY, ...now });
}

/** Updates the entry with a subscription key in the report. Changes nothing if there is none. */
export async function updateSubscription(
  db: Database,
  key: string,
  change: Pick<ReportedSubscription, 'state' | 'since' | 'reason'>,
): Promise<void> {
  await db.receiving
    .where('id')
    .equals(KEY)
    .modify((record) => {
      record.types = record.types.map((entry) =>
        entry.key === key ? { ...entry, ...change } : entry,
      );
    });
}

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

/**
 * Notes what became of one type. Where it stands there twice, as `channel.raid` does, the one that
 * was not asked for stays as it is.
 */
export async function updateSubscription(
  db: Database,
  type: string,
  change: Pick<ReportedSubscription, 'state' | 'since' | 'reason'>,
): Promise<void> {
  await db.receiving
    .where('id')
    .equals(KEY)
    .modify((record) => {
      record.types = record.types.map((one) =>
        one.type === type && one.taken.length > 0 ? { ...one, ...change } : one,
      );
    });
}

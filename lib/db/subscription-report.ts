import type {
  ReportedSubscription,
  SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import type { Database } from './database';

const KEY = 'receiving';

/** Returns the subscription report of the favorite; `null` before the first one is stored. */
export async function readSubscriptionReport(db: Database): Promise<SubscriptionReport | null> {
  return (await db.receiving.get(KEY)) ?? null;
}

/** Stores a report in place of the one before. */
export async function storeSubscriptionReport(
  db: Database,
  report: SubscriptionReport,
): Promise<void> {
  await db.receiving.put({ id: KEY, ...report });
}

/** Stores the report that `next` returns for the one before; that one is `null` if there is none. */
export async function replaceSubscriptionReport(
  db: Database,
  next: (before: SubscriptionReport | null) => SubscriptionReport,
): Promise<void> {
  await db.transaction('rw', db.receiving, async () => {
    await storeSubscriptionReport(db, next(await readSubscriptionReport(db)));
  });
}

/** Changes the entry with a subscription key in the report. Does nothing if there is none. */
export async function updateReportedSubscription(
  db: Database,
  key: string,
  change: Pick<ReportedSubscription, 'state' | 'since' | 'reason'>,
): Promise<void> {
  await db.receiving
    .where('id')
    .equals(KEY)
    .modify((report) => {
      report.types = report.types.map((entry) =>
        entry.key === key ? { ...entry, ...change } : entry,
      );
    });
}

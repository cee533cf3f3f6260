import type {
  ReportedSubscription,
  SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import type { Database } from './database';

/** Returns the subscription report of a streamer; `null` before the first one is stored. */
export async function readSubscriptionReport(
  db: Database,
  streamerId: string,
): Promise<SubscriptionReport | null> {
  return (await db.receiving.get(streamerId)) ?? null;
}

/** Returns the subscription reports of all streamers. */
export async function readAllSubscriptionReports(db: Database): Promise<SubscriptionReport[]> {
  return await db.receiving.toArray();
}

/** Stores a report in place of the one before about the same streamer. */
export async function storeSubscriptionReport(
  db: Database,
  report: SubscriptionReport,
): Promise<void> {
  await db.receiving.put({ ...report, id: report.streamerId });
}

/** Stores the report that `next` returns for the one before; that one is `null` if there is none. */
export async function replaceSubscriptionReport(
  db: Database,
  streamerId: string,
  next: (before: SubscriptionReport | null) => SubscriptionReport,
): Promise<void> {
  await db.transaction('rw', db.receiving, async () => {
    await storeSubscriptionReport(db, next(await readSubscriptionReport(db, streamerId)));
  });
}

/** Changes the entry with a subscription key in a report. Does nothing if there is none. */
export async function updateReportedSubscription(
  db: Database,
  streamerId: string,
  key: string,
  change: Pick<ReportedSubscription, 'state' | 'since' | 'reason'>,
): Promise<void> {
  await db.receiving
    .where('id')
    .equals(streamerId)
    .modify((report) => {
      report.types = report.types.map((entry) =>
        entry.key === key ? { ...entry, ...change } : entry,
      );
    });
}

/** Deletes the report of a streamer that is no longer listened to. */
export async function deleteSubscriptionReport(db: Database, streamerId: string): Promise<void> {
  await db.receiving.delete(streamerId);
}

/** Deletes the reports of all streamers except these. */
export async function keepSubscriptionReports(
  db: Database,
  streamerIds: readonly string[],
): Promise<void> {
  await db.receiving.where('id').noneOf(streamerIds).delete();
}

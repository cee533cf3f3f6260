import type { AccountRecord, Database } from '@/lib/db/database';
import { replaceSubscriptionReport } from '@/lib/db/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import { makePlan, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { initialReport, withAnswersOf } from './subscription-report';
import { readViewerRole } from './viewer-role';

/** The account that listens, the streamer, and the user's choice of what to record. */
export interface ListenTarget {
  account: AccountRecord;
  streamer: Streamer;
  recordingOptions: RecordingOptions;
}

/** Dependencies of {@link planStreamer}. */
export interface StreamerPlanDependencies {
  api: Pick<TwitchApi, 'moderates'>;
  db: Database;
  clock: Clock;
  log: Log;
  /** True if subscriptions of the plan before are still there. */
  isListening?: boolean;
}

/**
 * Plans the subscriptions for a streamer, by the viewer's role and the granted scopes, and stores
 * the plan as the subscription report. Throws what the database throws.
 */
export async function planStreamer(
  target: ListenTarget,
  { api, db, clock, log, isListening = false }: StreamerPlanDependencies,
): Promise<Plan> {
  const { account, streamer } = target;
  const request = { viewerId: account.id, streamerId: streamer.id, scopes: account.scopes };
  const viewer = await readViewerRole(request, api, log);
  const plan = makePlan({
    ...request,
    role: viewer.role,
    isWanted: (kind) => isRecorded(kind, target.recordingOptions),
  });
  const report = initialReport(plan, viewer, streamer.id, clock.now());
  await replaceSubscriptionReport(db, streamer.id, (before) =>
    isListening && before !== null ? withAnswersOf(before, report) : report,
  );
  return plan;
}

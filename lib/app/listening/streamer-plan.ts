import type { AccountRecord, Database } from '@/lib/db/database';
import { replaceSubscriptionReport } from '@/lib/db/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import { makePlan, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { MAX_SUBSCRIPTIONS } from '@/lib/twitch/eventsub/subscriptions/roster-plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { initialReport, withAnswersOf } from './subscription-report';
import { createRoleReader } from './viewer-role';

/** One streamer to listen to, and the user's choice of what to record. */
export interface StreamerTarget {
  streamer: Streamer;
  /** The favorite gets every type that the viewer may have, the others what costs nothing. */
  isFavorite: boolean;
  /** Whether the cheers of one of the others are recorded. */
  recordsCheers: boolean;
  recordingOptions: RecordingOptions;
}

/** The account that listens, and to whom: the favorite first, if there is one. */
export interface ListenTarget {
  account: AccountRecord;
  streamers: readonly StreamerTarget[];
}

/** Dependencies of {@link planStreamer}. */
export interface StreamerPlanDependencies {
  api: Pick<TwitchApi, 'moderatedChannels'>;
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
  account: AccountRecord,
  target: StreamerTarget,
  { api, db, clock, log, isListening = false }: StreamerPlanDependencies,
): Promise<Plan> {
  const { streamer } = target;
  const request = { viewerId: account.id, streamerId: streamer.id, scopes: account.scopes };
  const viewer = await createRoleReader({ ...request, api, log }).roleOn(streamer.id);
  const plan = makePlan({
    ...request,
    role: viewer.role,
    isFavorite: true,
    recordsCheers: true,
    maxSubscriptions: MAX_SUBSCRIPTIONS,
    isWanted: (kind) => isRecorded(kind, target.recordingOptions),
  });
  const report = initialReport(plan, viewer, streamer.id, clock.now());
  await replaceSubscriptionReport(db, streamer.id, (before) =>
    isListening && before !== null ? withAnswersOf(before, report) : report,
  );
  return plan;
}

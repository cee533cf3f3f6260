import type { AccountRecord, Database } from '@/lib/db/database';
import { replaceSubscriptionReport } from '@/lib/db/subscription-report';
import type { Streamer } from '@/lib/domain/channel/channel';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import { planRoster } from '@/lib/twitch/eventsub/subscriptions/roster-plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { initialReport, withAnswersOf } from './subscription-report';
import { createRoleReader, UNKNOWN_ROLE, type ViewerRole } from './viewer-role';

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

/** The plan for a streamer, and the role of the viewer that it was made for. */
export interface StreamerPlan {
  plan: Plan;
  viewer: ViewerRole;
}

/**
 * Plans the subscriptions for all streamers of a target, by the viewer's roles, the granted scopes
 * and the budget. Returns the plans in the order of the streamers.
 */
export async function planStreamers(
  { account, streamers }: ListenTarget,
  { api, log }: { api: Pick<TwitchApi, 'moderatedChannels'>; log: Log },
): Promise<StreamerPlan[]> {
  const viewer = { viewerId: account.id, scopes: account.scopes };
  const { roleOn } = createRoleReader({ ...viewer, api, log });
  const roles = await Promise.all(streamers.map(({ streamer }) => roleOn(streamer.id)));
  const plans = planRoster(
    streamers.map(({ streamer, isFavorite, recordsCheers, recordingOptions }, index) => ({
      ...viewer,
      streamerId: streamer.id,
      role: roles[index]?.role ?? 'viewer',
      isFavorite,
      recordsCheers,
      isWanted: (kind) => isRecorded(kind, recordingOptions),
    })),
  );
  return plans.map((plan, index) => ({ plan, viewer: roles[index] ?? UNKNOWN_ROLE }));
}

/**
 * Stores a plan as the subscription report of a streamer. If the plan before has subscriptions that
 * are still there, the answers to them are kept. Throws what the database throws.
 */
export async function storePlan(
  { plan, viewer }: StreamerPlan,
  streamerId: string,
  { db, clock, isListening }: { db: Database; clock: Clock; isListening: boolean },
): Promise<void> {
  const report = initialReport(plan, viewer, streamerId, clock.now());
  await replaceSubscriptionReport(db, streamerId, (before) =>
    isListening && before !== null ? withAnswersOf(before, report) : report,
  );
}

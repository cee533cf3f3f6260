import { channelOf, storeStreamer, updateChannel } from '@/lib/db/channels';
import type { AccountRecord, ChannelRecord, Database } from '@/lib/db/database';
import { addSubscription, openSession } from '@/lib/db/session';
import { storeSubscriptionReport, updateSubscription } from '@/lib/db/subscription-report';
import { type ChannelState, NOTHING_KNOWN, type Streamer } from '@/lib/domain/channel/channel';
import type { Connection } from '@/lib/domain/connection/connection';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { GapReason } from '@/lib/domain/history/gap';
import { isRecorded, type RecordingOptions } from '@/lib/domain/history/recording-options';
import type { Log } from '@/lib/log';
import { createSerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/auth-provider';
import { toEvent } from '@/lib/twitch/events/to-event';
import type { FrameErrorCounts } from '@/lib/twitch/eventsub/session/frame-errors';
import { startSession } from '@/lib/twitch/eventsub/session/session';
import type { Socket } from '@/lib/twitch/eventsub/session/socket-connection';
import { createSubscription } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { isFromPlannedSource, makePlan, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { Notification } from '@/lib/twitch/payload/notification';
import { startBackfill } from '../backfill/backfill';
import { sourcesFor } from '../backfill/sources';
import { type BackoffStorage, openBackoffStore } from './backoff-store';
import { trackChannel } from './channel-tracker';
import { createConnectionStatus } from './connection-status';
import { createGapTracker } from './gap-tracker';
import { deleteStaleSubscriptions } from './stale-subscriptions';
import { initialReport, stateAfter } from './subscription-report';
import { readViewerRole } from './viewer-role';

/** What listening needs of the world. */
export interface ListenerDependencies {
  db: Database;
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  openSocket(url: string): Socket;
  apiFor(credentials: Credentials): TwitchApi;
  backoff: BackoffStorage;
  log: Log;
}

/** Whom listening tells. */
export interface ListenerEvents {
  record(event: StreamEvent): void;
  /** When the oldest event came in that is recorded but not in the log yet; `null` where all are. */
  unwrittenSince(): number | null;
  connectionChanged(connection: Connection): void;
  channelChanged(channel: ChannelState): void;
  /** A time in which nobody listened is in the database now. */
  gapRecorded(): void;
  /** Twitch refused the token somewhere: it wants validating. */
  unauthorized(): void;
  /** What may be heard is no longer what was planned: it wants starting anew, in no hurry. */
  outdated(): void;
}

/** Listening to one streamer with one account. */
export interface Listener {
  readonly streamerId: string;
  /** Resolves when it is noted until when the streamer was heard, and why no longer. */
  stop(why: GapReason): Promise<void>;
  /** Catches up with timers that did not run. */
  check(): void;
  /** Tries again at once where it waits for a network. */
  hurry(): void;
  /** What was put aside of what Twitch sent; counts on. */
  readonly frameErrors: FrameErrorCounts;
}

/** Who listens to whom, and for what. */
export interface ListenTarget {
  account: AccountRecord;
  streamer: Streamer;
  recording: RecordingOptions;
}

/** Starts listening to a streamer and goes on until it is stopped. */
export async function startListener(
  who: ListenTarget,
  tools: ListenerDependencies,
  events: ListenerEvents,
): Promise<Listener> {
  const { account, streamer } = who;
  const { db, clock, log } = tools;
  const api = tools.apiFor({ ...account, userId: account.id });
  await storeStreamer(db, streamer);
  const known: ChannelRecord = (await channelOf(db, streamer.id)) ?? {
    ...streamer,
    ...NOTHING_KNOWN,
  };
  const plan = await planListening(who, { api, db, clock, log });
  const { enqueue: keep, idle: done } = createSerialQueue(log);
  const backoff = await openBackoffStore({ store: tools.backoff, who, log });
  const channel = trackChannel({
    known,
    streamerId: streamer.id,
    api,
    clock,
    log,
    changed: (state, change) => {
      events.channelChanged(state);
      keep('storing the channel state', () => updateChannel(db, streamer.id, change));
    },
  });
  events.channelChanged(channel.state);
  let isStopped = false;
  let stopSearch: (() => void) | null = null;

  const attendance = createGapTracker({
    db,
    clock,
    keep,
    known,
    unwrittenSince: events.unwrittenSince,
    gapRecorded: events.gapRecorded,
    present: (since) => {
      stopSearch = startBackfill({
        sources: sourcesFor(plan),
        search: { streamer, api, channel, clock, since },
        clock,
        log,
        found: (finding) => {
          for (const event of finding.events)
            if (isFromPlannedSource(plan, event)) events.record(event);
          channel.find(finding);
        },
        unauthorized: events.unauthorized,
        done: attendance.caughtUp,
      });
    },
  });
  const tellConnection = createConnectionStatus(events.connectionChanged);

  const session = startSession({
    plan: plan.subscriptions,
    openSocket: tools.openSocket,
    subscribe: (planned, sessionId) => createSubscription(api, planned, sessionId),
    // What is left over may keep some subscriptions out; it must never keep out all.
    deleteStaleSubscriptions: () =>
      done()
        .then(() => deleteStaleSubscriptions(db, api, log))
        .catch((error) => log.warn('leftovers were not deleted', error)),
    clock,
    random: tools.random,
    earlier: backoff.earlier,
    events: {
      stateChanged: (state) => {
        tellConnection(state);
        if (state.state === 'listening') return attendance.begin();
        attendance.lose();
        channel.pause();
        stopSearch?.();
      },
      frameReceived: attendance.heard,
      sessionOpened: (sessionId) => keep('storing the session', () => openSession(db, sessionId)),
      subscriptionAnswered: (planned, answer) => {
        keep('storing a subscription', async () => {
          if (answer.outcome === 'enabled') await addSubscription(db, answer.id);
          if (!isStopped)
            await updateSubscription(db, planned.key, stateAfter(answer, clock.now()));
        });
      },
      notification: (notification) => {
        const event = readEvent(notification, streamer, channel.state, clock);
        if (event === null || !isFromPlannedSource(plan, event)) return;
        if (channel.hear(event)) events.record(event);
      },
      revoked: ({ type, status }, keys) => {
        log.warn(`Twitch ended ${type}: ${status}`);
        const end = { state: 'revoked', since: clock.now(), reason: status } as const;
        keep('storing the end of a subscription', async () => {
          for (const key of keys) await updateSubscription(db, key, end);
        });
        if (status === 'moderator_removed') events.outdated();
        events.unauthorized();
      },
      unauthorized: events.unauthorized,
      frameDiscarded: (fault) => log.warn(`a frame was put aside: ${fault}`),
      backoffChanged: backoff.note,
    },
  });
  return {
    ...session,
    streamerId: streamer.id,
    stop: async (why) => {
      isStopped = true;
      channel.stop();
      session.stop();
      stopSearch?.();
      attendance.stop(why);
      await Promise.all([backoff.forget(), done()]);
    },
  };
}

/** Finds out what this viewer can have of this streamer, and notes it for the user to see. */
async function planListening(
  { account, streamer, recording }: ListenTarget,
  { api, db, clock, log }: Pick<ListenerDependencies, 'db' | 'clock' | 'log'> & { api: TwitchApi },
): Promise<Plan> {
  const who = { viewerId: account.id, streamerId: streamer.id, scopes: account.scopes };
  const known = await readViewerRole(who, api, log);
  const plan = makePlan({
    ...who,
    role: known.role,
    isWanted: (kind) => isRecorded(kind, recording),
  });
  await storeSubscriptionReport(db, initialReport(plan, known, streamer.id, clock.now()));
  return plan;
}

function readEvent(
  notification: Notification,
  streamer: Streamer,
  { live, text }: ChannelState,
  clock: Clock,
): StreamEvent | null {
  return toEvent(notification, {
    streamerId: streamer.id,
    streamerName: streamer.name,
    channelText: text,
    live,
    now: clock.now(),
  });
}

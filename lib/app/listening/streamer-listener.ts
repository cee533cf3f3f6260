import type { BackfillResult } from '@/lib/app/backfill/backfilled-event';
import { storeStreamer, updateChannel } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import { latestReports } from '@/lib/db/history/broadcasts';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Problem } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import type { SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import { lookedUpParts } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { type ChannelTracker, createChannelTracker } from './channel/channel-tracker';
import type { EventSubReceiver } from './eventsub-receiver';
import type { Attendance } from './gaps/attendance';
import { createGapRecovery, type GapRecovery, type GapRecoveryEvents } from './gaps/gap-recovery';
import { createNotificationReader, type NotificationReader } from './notification-reader';
import type { OtherChannel } from './others/look';
import type { TakeTurn } from './others/turns';
import { type StreamerPlan, storePlan } from './streamer-plan';
import { createReportWriter, type ReportWriter } from './subscription-report';

/** The events of one streamer's listener. */
export interface StreamerListenerEvents extends GapRecoveryEvents {
  record(event: StreamEvent): void;
  channelChanged(streamerId: string, channel: ChannelState): void;
  /** Called when other recordings of a streamer are stored, to which rows lead. */
  recordingsStored(streamerId: string): void;
  /** Called when the reason changes why some events of this streamer are not received. */
  problemChanged(streamerId: string, problem: Problem | null): void;
  /** Called when the viewer's role has changed, so that listening needs another plan. */
  planOutdated(): void;
}

/** Options of {@link createStreamerListener}. */
export interface StreamerListenerOptions {
  streamer: Streamer;
  planned: StreamerPlan;
  api: TwitchApi;
  db: Database;
  /** The queue of database writes, shared with the connection. */
  writes: SerialQueue;
  /** The attendance of the connection. The caller removes the streamer from it. */
  attendance: Attendance;
  /** Lets requests for those whose channel is looked up wait for each other. */
  takeTurn: TakeTurn;
  clock: Clock;
  log: Log;
  events: StreamerListenerEvents;
}

/**
 * Listens to one streamer. It has no connection of its own: a connection, which may serve several
 * streamers, creates the planned subscriptions and calls the methods of {@link EventSubReceiver}.
 */
export interface StreamerListener extends EventSubReceiver {
  readonly planned: StreamerPlan;
  /** The channel and the parts of its state that have to be looked up. */
  readonly lookedUp: OtherChannel;
  /** Called with what was looked up. */
  found(result: BackfillResult): void;
  /** Looks up the recordings, if it is time. */
  checkRecordings(): void;
  /** Returns the number of payloads that lacked what their kind needs. It grows while listening. */
  unreadablePayloads(): number;
  /** Called with the streamer's latest names, which may have changed at Twitch. */
  renamed(streamer: Streamer): void;
  /**
   * Takes another plan for the same streamer, after scopes, role or the user's choices have changed.
   * The caller passes it to the connection. Throws what the database throws.
   */
  replan(streamer: Streamer, planned: StreamerPlan): Promise<void>;
  /** Ends listening. */
  stop(): void;
}

/**
 * Reads the stored state of the streamer and plans the subscriptions. Turns notifications into
 * events, tracks the state of the channel, and backfills gaps. Throws what the database throws.
 */
export async function createStreamerListener(
  options: StreamerListenerOptions,
): Promise<StreamerListener> {
  const { db, writes, clock, events } = options;
  let { streamer, planned } = options;
  const [known, reports] = await Promise.all([
    storeStreamer(db, streamer),
    latestReports(db, streamer.id),
    storePlan(planned, streamer.id, { db, clock, isListening: false }),
  ]);
  const report = createReportWriter({ streamerId: streamer.id, db, writes, clock });
  const channel = createChannelTracker({
    ...options,
    known,
    hasReports: () => !lookedUpParts(planned.plan).has('live'),
    reports,
    streamerId: streamer.id,
    changed: (state, change) => {
      events.channelChanged(streamer.id, state);
      writes.enqueue('storing the channel state', async () => {
        await updateChannel(db, streamer.id, change);
        if (change.recordings !== undefined) events.recordingsStored(streamer.id);
      });
    },
  });
  const current = { streamer: () => streamer, plan: () => planned.plan };
  const gaps = createGapRecovery({ ...options, ...current, known, channel });
  events.channelChanged(streamer.id, channel.state);
  const reader = createNotificationReader({ ...options, ...current, channel });

  return {
    get planned() {
      return planned;
    },
    get lookedUp() {
      return { streamer, channel, parts: lookedUpParts(planned.plan) };
    },
    found: (result) => {
      for (const event of result.events) events.record(event);
      channel.applyBackfill(result);
    },
    checkRecordings: channel.checkRecordings,
    unreadablePayloads: reader.unreadablePayloads,
    renamed: (changed) => {
      streamer = changed;
    },
    replan: async (changed, next) => {
      await storePlan(next, streamer.id, { db, clock, isListening: true });
      const before = lookedUpParts(planned.plan);
      [streamer, planned] = [changed, next];
      gaps.planChanged(before.difference(lookedUpParts(next.plan)).size > 0);
    },
    ...receiverOf(streamer.id, { ...options, gaps, channel, report, reader }),
    stop: () => {
      report.stop();
      channel.stop();
      gaps.disconnected();
    },
  };
}

/** Returns what the listener of a streamer does with what arrives. */
function receiverOf(
  streamerId: string,
  parts: Pick<StreamerListenerOptions, 'attendance' | 'events'> & {
    gaps: GapRecovery;
    channel: ChannelTracker;
    report: ReportWriter;
    reader: NotificationReader;
  },
): EventSubReceiver {
  const { attendance, events, gaps, channel, report, reader } = parts;
  return {
    connected: gaps.connected,
    disconnected: () => {
      gaps.disconnected();
      channel.connectionLost();
    },
    refused: () => {
      gaps.disconnected();
      attendance.lost(streamerId);
    },
    problemChanged: (problem) => events.problemChanged(streamerId, problem),
    notificationReceived: reader.read,
    subscriptionAnswered: report.answered,
    subscriptionsRevoked: (keys, status) => {
      report.revoked(keys, status);
      // The viewer is no longer a moderator.
      if (status === 'moderator_removed') events.planOutdated();
    },
  };
}

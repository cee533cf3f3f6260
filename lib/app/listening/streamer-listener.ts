import { storeStreamer, updateChannel } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import { latestReports } from '@/lib/db/history/broadcasts';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { GapReason } from '@/lib/domain/history/gap';
import type { Log } from '@/lib/log';
import type { SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import type { MapContext } from '@/lib/twitch/events/mapper';
import { toEvent } from '@/lib/twitch/events/to-event';
import { isFromPlannedSource, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { Notification } from '@/lib/twitch/payload/notification';
import { plausibleTime } from '@/lib/twitch/payload/timestamp';
import { type ChannelTracker, createChannelTracker } from './channel/channel-tracker';
import type { EventSubReceiver } from './eventsub-receiver';
import { createGapRecovery, type GapRecoveryEvents } from './gaps/gap-recovery';
import { type ListenTarget, planStreamer } from './streamer-plan';
import { createReportWriter } from './subscription-report';

/** The events of one streamer's listener. */
export interface StreamerListenerEvents extends GapRecoveryEvents {
  record(event: StreamEvent): void;
  channelChanged(channel: ChannelState): void;
  /** Called when the viewer's role has changed, so that listening needs another plan. */
  planOutdated(): void;
}

/** Options of {@link createStreamerListener}. */
export interface StreamerListenerOptions {
  target: ListenTarget;
  api: TwitchApi;
  db: Database;
  /** The queue of database writes, shared with the connection. */
  writes: SerialQueue;
  clock: Clock;
  log: Log;
  events: StreamerListenerEvents;
}

/**
 * Listens to one streamer. It has no connection of its own: a connection, which may serve several
 * streamers, creates the planned subscriptions and calls the methods of {@link EventSubReceiver}.
 */
export interface StreamerListener extends EventSubReceiver {
  readonly plan: Plan;
  /** Returns the number of payloads that lacked what their kind needs. It grows while listening. */
  unreadablePayloads(): number;
  /** Called with the streamer's latest names, which may have changed at Twitch. */
  renamed(streamer: Streamer): void;
  /**
   * Plans again for the same streamer, after scopes, role or recording options have changed. The
   * caller passes the new plan to the connection. Throws what the database throws.
   */
  replan(target: ListenTarget): Promise<void>;
  /** Ends listening. Adds the end and its reason to the queue of database writes. */
  stop(reason: GapReason): void;
}

/**
 * Reads the stored state of the streamer and plans the subscriptions. Turns notifications into
 * events, tracks the state of the channel, and records and backfills gaps. Throws what the database
 * throws.
 */
export async function createStreamerListener(
  options: StreamerListenerOptions,
): Promise<StreamerListener> {
  const { target, db, writes, clock, events } = options;
  let { streamer } = target;
  const [known, firstPlan, reports] = await Promise.all([
    storeStreamer(db, streamer),
    planStreamer(target, options),
    latestReports(db, streamer.id),
  ]);
  let plan = firstPlan;
  const report = createReportWriter({ streamerId: streamer.id, db, writes, clock });
  const channel = createChannelTracker({
    ...options,
    known,
    reports,
    streamerId: streamer.id,
    changed: (state, change) => {
      events.channelChanged(state);
      writes.enqueue('storing the channel state', () => updateChannel(db, streamer.id, change));
    },
  });
  const current = { streamer: () => streamer, plan: () => plan };
  const gaps = createGapRecovery({ ...options, ...current, known, channel });
  events.channelChanged(channel.state);
  const reader = createReader({ ...options, ...current, channel });

  return {
    get plan() {
      return plan;
    },
    unreadablePayloads: reader.unreadablePayloads,
    renamed: (changed) => {
      streamer = changed;
    },
    replan: async (changed) => {
      streamer = changed.streamer;
      plan = await planStreamer(changed, { ...options, isListening: true });
    },
    connected: gaps.connected,
    disconnected: () => {
      gaps.disconnected();
      channel.connectionLost();
    },
    frameReceived: gaps.frameReceived,
    notificationReceived: reader.read,
    subscriptionAnswered: report.answered,
    subscriptionsRevoked: (keys, status) => {
      report.revoked(keys, status);
      // The viewer is no longer a moderator.
      if (status === 'moderator_removed') events.planOutdated();
    },
    stop: (reason) => {
      report.stop();
      channel.stop();
      gaps.stop(reason);
    },
  };
}

interface ReaderOptions extends Pick<StreamerListenerOptions, 'clock' | 'log' | 'events'> {
  streamer(): Streamer;
  plan(): Plan;
  channel: ChannelTracker;
}

/** Turns notifications into events, and counts the payloads that lack what their kind needs. */
function createReader({ streamer, plan, channel, clock, log, events }: ReaderOptions) {
  let unreadablePayloads = 0;
  return {
    unreadablePayloads: () => unreadablePayloads,
    read: (notification: Notification): void => {
      const { message_timestamp, subscription_type } = notification.metadata;
      const received = toEvent(notification, {
        ...contextOf(streamer(), channel, { sentAt: message_timestamp, now: clock.now() }),
        payloadUnreadable: () => {
          unreadablePayloads += 1;
          log.warn(`unreadable payload: ${subscription_type}`);
        },
      });
      if (received === null || !isFromPlannedSource(plan(), received)) return;
      const event = channel.applyEvent(received);
      if (event !== null) events.record(event);
    },
  };
}

function contextOf(
  streamer: Streamer,
  channel: ChannelTracker,
  { sentAt, now }: { sentAt: string; now: number },
): MapContext {
  const { text, chat } = channel.state;
  return {
    streamerId: streamer.id,
    streamerName: streamer.name,
    channelInfo: text,
    ...(chat !== undefined && { chatBefore: chat }),
    live: channel.endedAt(plausibleTime(sentAt, now)),
    now,
  };
}

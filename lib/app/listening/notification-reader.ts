import type { Streamer } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { MapContext } from '@/lib/twitch/events/mapper';
import { toEvent } from '@/lib/twitch/events/to-event';
import { isFromPlannedSource, type Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { Notification } from '@/lib/twitch/payload/notification';
import { plausibleTime } from '@/lib/twitch/payload/timestamp';
import type { ChannelTracker } from './channel/channel-tracker';

/** Options of {@link createNotificationReader}. */
export interface NotificationReaderOptions {
  /** Returns the streamer by the latest known name. */
  streamer(): Streamer;
  /** Returns the latest plan. */
  plan(): Plan;
  channel: ChannelTracker;
  clock: Pick<Clock, 'now'>;
  log: Log;
  events: { record(event: StreamEvent): void };
}

/** Turns the notifications of one streamer into events. */
export interface NotificationReader {
  read(notification: Notification): void;
  /** Returns the number of payloads that lacked what their kind needs. */
  unreadablePayloads(): number;
}

/** Creates the reader. It records only what the plan takes from the type that reported it. */
export function createNotificationReader(options: NotificationReaderOptions): NotificationReader {
  const { streamer, plan, channel, clock, log, events } = options;
  let unreadablePayloads = 0;
  return {
    unreadablePayloads: () => unreadablePayloads,
    read: (notification) => {
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

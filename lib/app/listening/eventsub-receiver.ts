import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { Notification } from '@/lib/twitch/payload/notification';

/**
 * Receives what arrives over a connection for one streamer. A connection knows nothing else about
 * the streamers that it serves. Subscriptions are identified by their keys.
 */
export interface EventSubReceiver {
  /**
   * Called when every subscription has an answer: from now on no event is missed. May be called
   * several times in a row.
   */
  connected(): void;
  /** Called while events are missed: before `connected`, and when the connection is lost. */
  disconnected(): void;
  notificationReceived(notification: Notification): void;
  /** Called each time Twitch answers a request for a subscription. */
  subscriptionAnswered(key: string, answer: SubscriptionOutcome): void;
  /**
   * Called when Twitch revokes subscriptions. `status` is the reason.
   * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
   */
  subscriptionsRevoked(keys: readonly string[], status: string): void;
}

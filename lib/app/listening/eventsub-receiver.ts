import type { Problem } from '@/lib/domain/problem';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { Notification } from '@/lib/twitch/payload/notification';

/**
 * Receives what arrives over a connection for one streamer. A connection knows nothing else about
 * the streamers that it serves. Subscriptions are identified by their keys.
 */
export interface EventSubReceiver {
  /** Called when every subscription of the streamer has an answer: from now on no event is missed. */
  connected(): void;
  /** Called when the connection is lost, or cannot be made: until `connected`, events are missed. */
  disconnected(): void;
  /** Called when Twitch lets the viewer receive nothing of this streamer, although the connection stands. */
  refused(): void;
  /** Called when the reason changes why some events of this streamer are not received. */
  problemChanged(problem: Problem | null): void;
  notificationReceived(notification: Notification): void;
  /** Called each time Twitch answers a request for a subscription. */
  subscriptionAnswered(key: string, answer: SubscriptionOutcome): void;
  /**
   * Called when Twitch revokes subscriptions. `status` is the reason.
   * See https://dev.twitch.tv/docs/eventsub/handling-websocket-events/
   */
  subscriptionsRevoked(keys: readonly string[], status: string): void;
}

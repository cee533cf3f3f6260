import type { PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { Notification } from '@/lib/twitch/payload/notification';
import type { EventSubReceiver } from './eventsub-receiver';

/** A streamer that a connection serves. */
export interface ServedStreamer {
  streamerId: string;
  subscriptions: readonly PlannedSubscription[];
  receiver: EventSubReceiver;
}

/**
 * Returns the streamer for whom Twitch has sent a notification; `null` if it is for none of them.
 * Twitch may still send some for a subscription that was deleted a moment ago.
 */
export function recipientOf(
  { payload: { subscription, event } }: Notification,
  served: readonly ServedStreamer[],
): ServedStreamer | null {
  const channelId = channelIn(subscription?.condition ?? {}) ?? event['broadcaster_user_id'];
  return served.find(({ streamerId }) => streamerId === channelId) ?? null;
}

/**
 * Returns the id of the channel that a condition is about. The keys are those of
 * https://dev.twitch.tv/docs/eventsub/eventsub-reference/#conditions
 */
function channelIn(condition: Readonly<Record<string, string>>): string | undefined {
  return (
    condition['broadcaster_user_id'] ||
    condition['from_broadcaster_user_id'] ||
    condition['to_broadcaster_user_id'] ||
    undefined
  );
}

/** Calls `run` for each streamer that has some of the subscriptions, with their keys. */
export function forEachOwner(
  keys: readonly string[],
  served: readonly ServedStreamer[],
  run: (receiver: EventSubReceiver, keys: readonly string[]) => void,
): void {
  for (const { subscriptions, receiver } of served) {
    const own = keys.filter((wanted) => subscriptions.some(({ key }) => key === wanted));
    if (own.length > 0) run(receiver, own);
  }
}

/** Twitch's type of a broadcast that is live. */
export const LIVE_BROADCAST = 'live';

/**
 * Returns true if a broadcast is live. Other types, such as a rerun, do not mean that the streamer
 * is there: https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#streamonline
 */
export function isLiveBroadcast({ broadcastType }: { broadcastType?: string }): boolean {
  return broadcastType === undefined || broadcastType === LIVE_BROADCAST;
}

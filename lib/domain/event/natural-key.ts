/** Returns the natural key of a broadcast's start, which EventSub and Helix both report. */
export function onlineKey(streamId: string): string {
  return `online:${streamId}`;
}

/** Returns the natural key of a broadcast's end. */
export function offlineKey(streamId: string): string {
  return `offline:${streamId}`;
}

/**
 * Returns the natural key of a follow; `followedAt` is in milliseconds since 1970. The key has
 * whole seconds, because Helix reports no more. A user who follows again is a new event.
 * https://dev.twitch.tv/docs/api/reference/#get-channel-followers
 */
export function followKey(userId: string, followedAt: number): string {
  return `follow:${userId}:${Math.floor(followedAt / 1000)}`;
}

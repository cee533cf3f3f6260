/** What makes one event of what live message and Helix tell of a stream going live. */
export function onlineKey(streamId: string): string {
  return `online:${streamId}`;
}

/** The same for its end. */
export function offlineKey(streamId: string): string {
  return `offline:${streamId}`;
}

/**
 * The same for a follow, `followedAt` being in milliseconds since 1970: Helix knows whole seconds
 * only. Who follows once more is told once more.
 */
export function followKey(userId: string, followedAt: number): string {
  return `follow:${userId}:${Math.floor(followedAt / 1000)}`;
}

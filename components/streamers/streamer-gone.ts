import { isFavoriteGone } from '@/lib/domain/connection/connection';
import type { FeedIndex, IndexedStreamer } from '@/lib/settings/feed';

/** Returns true if Twitch no longer has the streamer. Another user may have the name now. */
export function isStreamerGone(
  { connection }: Pick<FeedIndex, 'connection'>,
  { problem, isFavorite }: IndexedStreamer,
): boolean {
  return problem === 'streamer_gone' || (isFavorite && isFavoriteGone(connection));
}

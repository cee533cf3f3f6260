import type { Streamer } from '@/lib/domain/channel/channel';

/**
 * Returns the streamers in the order in which their chats are joined: the favorite, then those who
 * are live, then the rest. Twitch limits how many may be joined in ten seconds.
 */
export function joinOrder<Listed extends { streamer: Pick<Streamer, 'id'>; isFavorite: boolean }>(
  streamers: readonly Listed[],
  liveIds: ReadonlySet<string>,
): Listed[] {
  const rankOf = ({ streamer, isFavorite }: Listed) => {
    if (isFavorite) return 0;
    return liveIds.has(streamer.id) ? 1 : 2;
  };
  return streamers.toSorted((a, b) => rankOf(a) - rankOf(b));
}

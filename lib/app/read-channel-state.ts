import type { ChannelState } from '@/lib/domain/channel';
import { MINUTE } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/api';

/** Get Streams may not know of a stream for minutes after `stream.online` (twitchdev/issues#558). */
const HELIX_LAG_MS = 5 * MINUTE;

/**
 * Asks Helix how a channel stands now, `known` being what was known before. Throws a `HelixError`.
 */
export async function readChannelState(
  api: Pick<TwitchApi, 'stream' | 'channelText'>,
  streamerId: string,
  known: Pick<ChannelState, 'live'>,
  now: number,
): Promise<Partial<ChannelState>> {
  const [live, text] = await Promise.all([api.stream(streamerId), api.channelText(streamerId)]);
  const isFresh = known.live !== null && now - known.live.startedAt < HELIX_LAG_MS;
  return {
    live: live ?? (isFresh ? known.live : null),
    ...(text !== null && { text }),
  };
}

import type { AccountRecord } from '@/lib/db/database';
import { NOBODY_COUNTED, type ViewerCounts } from '@/lib/domain/channel/viewer-counts';
import { createRequestCache } from '@/lib/request-cache';
import { type Clock, MINUTE, SECOND } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** Pages ask once a minute, and not exactly. Each time, the one that is alone gets a new answer. */
const MAX_AGE_MS = MINUTE - 5 * SECOND;

/** Returns how many viewers the streams of at most a hundred users have, for an account. */
export type ViewerCounter = (
  streamerIds: readonly string[],
  account: Pick<AccountRecord, 'id'>,
  api: Pick<TwitchApi, 'viewers'>,
) => Promise<ViewerCounts>;

/**
 * Creates a counter. It remembers an answer of Twitch for about a minute, also that there was none, so
 * several pages cost one request. It never throws: if the request fails, nothing is counted and
 * `failed` is called.
 */
export function createViewerCounter(options: {
  clock: Clock;
  failed(error: unknown): void;
}): ViewerCounter {
  const { clock, failed } = options;
  const counted = createRequestCache<ViewerCounts>({ clock, maxAgeMs: MAX_AGE_MS, maxEntries: 1 });

  return async (streamerIds, { id: accountId }, api) => {
    if (streamerIds.length === 0) return NOBODY_COUNTED;
    return await counted([accountId, ...streamerIds].join(' '), async () => {
      const at = clock.now();
      try {
        return { at, byStreamer: Object.fromEntries(await api.viewers(streamerIds)) };
      } catch (error) {
        failed(error);
        return NOBODY_COUNTED;
      }
    });
  };
}

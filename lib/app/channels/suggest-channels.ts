import type { AccountRecord } from '@/lib/db/database';
import {
  MAX_SUGGESTIONS,
  rankSuggestions,
  type Suggestion,
  searchTextOf,
} from '@/lib/domain/channel/suggestion';
import { createRequestCache } from '@/lib/request-cache';
import { type Clock, MINUTE } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** A search for a single letter finds far too much. */
const MIN_SEARCH_LENGTH = 2;
const FOLLOWS_SCOPE = 'user:read:follows';

/**
 * Returns the channels to suggest to an account for an incomplete user name. Before anything is
 * typed, these are the followed channels that are live.
 */
export type Suggester = (
  query: string,
  account: Pick<AccountRecord, 'id' | 'scopes'>,
  api: Pick<TwitchApi, 'followedChannels' | 'followedLive' | 'searchChannels'>,
) => Promise<Suggestion[]>;

/**
 * Creates a suggester. It caches followed channels for five minutes, and for one minute search
 * results and which followed channels are live. It never throws: if a request fails, its channels are missing, and `failed` is called.
 */
export function createSuggester(options: {
  clock: Clock;
  failed(error: unknown): void;
}): Suggester {
  const { clock, failed } = options;
  const followed = createRequestCache<Suggestion[]>({ clock, maxAgeMs: 5 * MINUTE, maxEntries: 1 });
  const live = createRequestCache<Suggestion[]>({ clock, maxAgeMs: MINUTE, maxEntries: 1 });
  const searched = createRequestCache<Suggestion[]>({ clock, maxAgeMs: MINUTE, maxEntries: 50 });

  async function orNone(suggestions: Promise<Suggestion[]>): Promise<Suggestion[]> {
    try {
      return await suggestions;
    } catch (error) {
      failed(error);
      return [];
    }
  }

  return async (query, { id, scopes }, api) => {
    const text = searchTextOf(query);
    const mayReadFollows = scopes.includes(FOLLOWS_SCOPE);
    if (query.trim() === '' && mayReadFollows) {
      return await orNone(live(id, () => api.followedLive(MAX_SUGGESTIONS)));
    }
    if (text === '') return [];
    const isLongEnough = Array.from(text).length >= MIN_SEARCH_LENGTH;
    const [ofFollowed, ofSearch] = await Promise.all([
      mayReadFollows ? orNone(followed(id, () => api.followedChannels())) : [],
      isLongEnough ? orNone(searched(text, () => api.searchChannels(text))) : [],
    ]);
    return rankSuggestions(text, ofFollowed, ofSearch);
  };
}

import type { AccountRecord } from '@/lib/db/database';
import { rankSuggestions, type Suggestion, searchTextOf } from '@/lib/domain/channel/suggestion';
import { createRequestCache } from '@/lib/request-cache';
import { type Clock, MINUTE } from '@/lib/time';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** A single letter finds everything and nothing. */
const LETTERS_TO_SEARCH = 2;
const MAY_READ_FOLLOWS = 'user:read:follows';

/** Suggests channels to an account for what was typed so far. */
export type Suggester = (
  typed: string,
  account: Pick<AccountRecord, 'id' | 'scopes'>,
  api: Pick<TwitchApi, 'followedChannels' | 'searchChannels'>,
) => Promise<Suggestion[]>;

/**
 * Makes a suggester that remembers for some minutes whom an account follows, and for a minute what
 * Twitch found. Suggestions are a help and never in the way: what Twitch refuses is left out, and
 * told to `failed` only.
 */
export function createSuggester(options: {
  clock: Clock;
  failed(error: unknown): void;
}): Suggester {
  const { clock, failed } = options;
  const followed = createRequestCache<Suggestion[]>({ clock, maxAgeMs: 5 * MINUTE, most: 1 });
  const found = createRequestCache<Suggestion[]>({ clock, maxAgeMs: MINUTE, most: 50 });

  async function orNone(answer: Promise<Suggestion[]>): Promise<Suggestion[]> {
    try {
      return await answer;
    } catch (error) {
      failed(error);
      return [];
    }
  }

  return async (typed, { id, scopes }, api) => {
    const text = searchTextOf(typed);
    if (text === '') return [];
    const mayReadFollows = scopes.includes(MAY_READ_FOLLOWS);
    const isLongEnough = Array.from(text).length >= LETTERS_TO_SEARCH;
    const [ofFollowed, ofAll] = await Promise.all([
      mayReadFollows ? orNone(followed(id, () => api.followedChannels())) : [],
      isLongEnough ? orNone(found(text, () => api.searchChannels(text))) : [],
    ]);
    return rankSuggestions(text, ofFollowed, ofAll);
  };
}

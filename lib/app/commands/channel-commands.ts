import { currentAccount } from '@/lib/db/accounts';
import { channelsOf } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import { NOBODY_COUNTED, type ViewerCounts } from '@/lib/domain/channel/viewer-counts';
import { problemOf } from '@/lib/domain/problem';
import { listedIn, type Roster } from '@/lib/domain/roster/roster';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { AccountManager } from '../account/account-manager';
import { createSuggester } from '../channels/suggest-channels';
import { createViewerCounter } from '../channels/viewer-counter';

/** Dependencies of {@link createChannelCommands}. */
export interface ChannelCommandsOptions {
  db: Database;
  apiFor(
    credentials: Credentials,
  ): Pick<TwitchApi, 'followedChannels' | 'followedLive' | 'searchChannels' | 'viewers'>;
  account: Pick<AccountManager, 'tokenRefused'>;
  rosterOf(accountId: string): Promise<Roster>;
  clock: Clock;
  log: Log;
}

/** Commands that ask Twitch about channels. */
export interface ChannelCommands {
  /**
   * Returns channels that match an incomplete name; with an empty one, the followed channels that
   * are live. Returns none if the requests fail.
   */
  suggestChannels(query: string): Promise<Suggestion[]>;
  /**
   * Returns how many viewers the streamers of the list have that are live: none while nobody is signed
   * in, or if the request fails.
   */
  countViewers(): Promise<ViewerCounts>;
}

/** Creates the commands that ask Twitch about channels. */
export function createChannelCommands(options: ChannelCommandsOptions): ChannelCommands {
  const { db, apiFor, account, rosterOf, clock, log } = options;

  function failed(message: string) {
    return (error: unknown): void => {
      log.warn(message, error);
      if (problemOf(error) === 'not_signed_in') account.tokenRefused();
    };
  }
  const suggest = createSuggester({ clock, failed: failed('channels could not be suggested') });
  const count = createViewerCounter({ clock, failed: failed('viewers could not be counted') });

  return {
    suggestChannels: async (query) => {
      const current = await currentAccount(db);
      if (current === null) return [];
      return await suggest(query, current, apiFor({ ...current, userId: current.id }));
    },
    countViewers: async () => {
      const current = await currentAccount(db);
      if (current === null) return NOBODY_COUNTED;
      const listed = listedIn(await rosterOf(current.id)).map(({ id }) => id);
      const channels = await channelsOf(db, listed);
      const live = listed.filter((id) => (channels.get(id)?.live ?? null) !== null);
      return await count(live, current, apiFor({ ...current, userId: current.id }));
    },
  };
}

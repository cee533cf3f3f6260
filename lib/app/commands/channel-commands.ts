import { currentAccount } from '@/lib/db/accounts';
import type { Database } from '@/lib/db/database';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import { problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { AccountManager } from '../account/account-manager';
import { createSuggester } from '../channels/suggest-channels';

/** Dependencies of {@link createChannelCommands}. */
export interface ChannelCommandsOptions {
  db: Database;
  apiFor(
    credentials: Credentials,
  ): Pick<TwitchApi, 'followedChannels' | 'followedLive' | 'searchChannels'>;
  account: Pick<AccountManager, 'tokenRefused'>;
  clock: Clock;
  log: Log;
}

/** Commands that find channels. */
export interface ChannelCommands {
  /**
   * Returns channels that match an incomplete name; with an empty one, the followed channels that
   * are live. Returns none if the requests fail.
   */
  suggestChannels(query: string): Promise<Suggestion[]>;
}

/** Creates the commands that find channels. */
export function createChannelCommands(options: ChannelCommandsOptions): ChannelCommands {
  const { db, apiFor, account, clock, log } = options;
  const suggest = createSuggester({
    clock,
    failed: (error) => {
      log.warn('channels could not be suggested', error);
      if (problemOf(error) === 'not_signed_in') account.tokenRefused();
    },
  });

  return {
    suggestChannels: async (query) => {
      const current = await currentAccount(db);
      if (current === null) return [];
      return await suggest(query, current, apiFor({ ...current, userId: current.id }));
    },
  };
}

import { currentAccount } from '@/lib/db/accounts';
import { storeStreamer } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import { ProblemError, problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/auth-provider';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { AccountManager } from '../account/account-manager';
import { findStreamer } from './find-streamer';
import { createSuggester } from './suggest-channels';

/** Dependencies of {@link createChannelCommands}. */
export interface ChannelCommandsOptions {
  db: Database;
  apiFor(credentials: Credentials): TwitchApi;
  account: Pick<AccountManager, 'validate' | 'tokenRefused'>;
  storeFavorite(accountId: string, streamer: Streamer): Promise<void>;
  reconcile(): Promise<void>;
  clock: Clock;
  log: Log;
}

/** Commands that find channels. */
export interface ChannelCommands {
  /** Makes a streamer the favorite. Throws a `ProblemError` if that is not possible. */
  chooseFavorite(userName: string): Promise<Streamer>;
  /** Returns channels that match an incomplete name; none if Twitch cannot be asked. */
  suggestChannels(query: string): Promise<Suggestion[]>;
}

/** Creates the commands that find channels. */
export function createChannelCommands(options: ChannelCommandsOptions): ChannelCommands {
  const { db, apiFor, account, storeFavorite, reconcile, clock, log } = options;
  const suggest = createSuggester({
    clock,
    failed: (error) => {
      log.warn('channels could not be suggested', error);
      if (problemOf(error) === 'not_signed_in') account.tokenRefused();
    },
  });

  return {
    chooseFavorite: async (userName) => {
      const current = await currentAccount(db);
      if (current === null) throw new ProblemError('not_signed_in');
      const api = apiFor({ ...current, userId: current.id });
      const streamer = await findStreamer(userName, api).catch(async (error) => {
        // Twitch seems to have refused the token. Only a validation can confirm that.
        if (problemOf(error) === 'not_signed_in') await account.validate(0);
        throw error;
      });
      await storeStreamer(db, streamer);
      await storeFavorite(current.id, streamer);
      await reconcile();
      return streamer;
    },
    suggestChannels: async (query) => {
      const current = await currentAccount(db);
      if (current === null) return [];
      return await suggest(query, current, apiFor({ ...current, userId: current.id }));
    },
  };
}

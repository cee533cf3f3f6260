import { currentAccount } from '@/lib/db/accounts';
import { storeStreamer } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import { ProblemError, problemOf } from '@/lib/domain/problem';
import {
  listedBy,
  type Roster,
  type StreamerChoices,
  withChoices,
  withFavorite,
  withListed,
  withOther,
  withoutListed,
  withoutOther,
} from '@/lib/domain/roster/roster';
import type { LastRemoved } from '@/lib/settings/removed-streamer';
import { type Clock, isRecent, MINUTE } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { AccountManager } from '../account/account-manager';
import { findStreamer } from '../channels/find-streamer';

/** Dependencies of {@link createStreamerCommands}. */
export interface StreamerCommandsOptions {
  db: Database;
  apiFor(credentials: Credentials): Pick<TwitchApi, 'userByLogin'>;
  account: Pick<AccountManager, 'validate'>;
  rosterOf(accountId: string): Promise<Roster>;
  changeRoster(accountId: string, change: (now: Roster) => Roster): Promise<void>;
  lastRemoved: LastRemoved;
  reconcile(): Promise<void>;
  clock: Pick<Clock, 'now'>;
}

/** Commands that change the roster. They throw a `ProblemError` if that is not possible. */
export interface StreamerCommands {
  /** Makes a streamer the favorite. The favorite before becomes one of the others. */
  chooseFavorite(userName: string): Promise<Streamer>;
  /** Adds one of the others. Nothing changes if the streamer is listed already. */
  addStreamer(userName: string): Promise<Streamer>;
  /** Removes one of the others that was added a moment ago. */
  undoAdd(streamerId: string): Promise<void>;
  /**
   * Removes a streamer. What was recorded stays. If it was the favorite, the first of the others
   * becomes the favorite.
   */
  removeStreamer(streamerId: string): Promise<void>;
  /** Adds the streamer that was removed last again, with its choices. */
  undoRemove(streamerId: string): Promise<void>;
  /** Changes some choices for a streamer. */
  chooseFor(streamerId: string, change: Partial<StreamerChoices>): Promise<void>;
}

/** Adding can be undone for this long. */
const UNDO_MS = 5 * MINUTE;

/** Creates the commands that change the roster. */
export function createStreamerCommands(options: StreamerCommandsOptions): StreamerCommands {
  const { db, rosterOf, changeRoster, lastRemoved, reconcile, clock } = options;

  /** Changes the roster of an account, and what is listened to. */
  async function change(accountId: string, by: (now: Roster) => Roster): Promise<void> {
    await changeRoster(accountId, by);
    await reconcile();
  }

  /** Finds a streamer at Twitch, and changes the roster with it. */
  async function changeWith(
    userName: string,
    by: (now: Roster, streamer: Streamer) => Roster,
  ): Promise<Streamer> {
    const current = await signedIn(db);
    const streamer = await find(userName, current, options);
    await storeStreamer(db, streamer);
    await change(current.id, (now) => by(now, streamer));
    return streamer;
  }

  return {
    chooseFavorite: (userName) =>
      changeWith(userName, (now, streamer) => withFavorite(now, streamer, clock.now())),
    addStreamer: (userName) =>
      changeWith(userName, (now, streamer) => withOther(now, streamer, clock.now())),
    undoAdd: async (streamerId) => {
      const { id: accountId } = await signedIn(db);
      await change(accountId, (now) => {
        const { addedAt } = otherBy(now, streamerId);
        if (!isRecent(addedAt, UNDO_MS, clock.now())) throw new ProblemError('not_allowed');
        return withoutOther(now, streamerId);
      });
    },
    removeStreamer: async (streamerId) => {
      const { id: accountId } = await signedIn(db);
      const streamer = listedBy(await rosterOf(accountId), streamerId);
      if (streamer === null) throw new ProblemError('not_allowed');
      await lastRemoved.setValue({ accountId, streamer });
      await change(accountId, (now) => withoutListed(now, streamerId));
    },
    undoRemove: async (streamerId) => {
      const { id: accountId } = await signedIn(db);
      const removed = await lastRemoved.getValue();
      if (removed?.accountId !== accountId || removed.streamer.id !== streamerId) {
        throw new ProblemError('not_allowed');
      }
      await change(accountId, (now) => withListed(now, removed.streamer));
      await lastRemoved.setValue(null);
    },
    // The background reacts to every change of the roster, also to those from other computers.
    chooseFor: async (streamerId, choices) =>
      await changeRoster((await signedIn(db)).id, (now) => {
        if (listedBy(now, streamerId) === null) throw new ProblemError('not_allowed');
        return withChoices(now, streamerId, choices);
      }),
  };
}

async function signedIn(db: Database): Promise<AccountRecord> {
  const account = await currentAccount(db);
  if (account === null) throw new ProblemError('not_signed_in');
  return account;
}

async function find(
  userName: string,
  current: AccountRecord,
  { apiFor, account }: Pick<StreamerCommandsOptions, 'apiFor' | 'account'>,
): Promise<Streamer> {
  const api = apiFor({ ...current, userId: current.id });
  return await findStreamer(userName, api).catch(async (error) => {
    // Twitch seems to have refused the token. Only a validation can confirm that.
    if (problemOf(error) === 'not_signed_in') await account.validate(0);
    throw error;
  });
}

/** Returns one of the others. */
function otherBy({ others }: Roster, id: string) {
  const other = others.find((listed) => listed.id === id);
  if (other === undefined) throw new ProblemError('not_allowed');
  return other;
}

import { currentAccount, storeAccount } from '@/lib/db/accounts';
import { channelsOf, markGone, storeStreamer } from '@/lib/db/channels';
import type { AccountRecord, ChannelRecord, Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import { problemOf } from '@/lib/domain/problem';
import {
  type ListedStreamer,
  listedIn,
  type Roster,
  streamerOf,
  withNames,
} from '@/lib/domain/roster/roster';
import type { Log } from '@/lib/log';
import { type Clock, isRecent, MINUTE } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { TwitchUser } from '@/lib/twitch/helix/users';

/** Dependencies of {@link createNameRefresh}. */
export interface NameRefreshOptions {
  db: Database;
  apiFor(credentials: Credentials): Pick<TwitchApi, 'usersByIds'>;
  /** Called when Twitch refused the token, so that it has to be validated. */
  tokenRefused(): void;
  rosterOf(accountId: string): Promise<Roster>;
  changeRoster(accountId: string, change: (now: Roster) => Roster): Promise<void>;
  /** Called when names have changed, or when a streamer is gone or has come back. */
  reconcile(): Promise<void>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/** The next request after one that failed, or that did not return every listed streamer. */
const RETRY_AFTER_MS = 5 * MINUTE;

/**
 * Returns a function that looks up the names of the account and of everybody in its roster by their
 * ids, unless that was done less than `maxAgeMs` ago. Twitch users can rename themselves, and other
 * users can take the old name. The function never throws for an answer of Twitch.
 */
export function createNameRefresh(
  options: NameRefreshOptions,
): (maxAgeMs: number) => Promise<void> {
  const { db, apiFor, tokenRefused, rosterOf, reconcile, clock, log } = options;
  let last: { key: string; at: number; validMs: number } | null = null;

  async function lookUp(account: AccountRecord, ids: string[]): Promise<TwitchUser[] | null> {
    try {
      const users = await apiFor({ ...account, userId: account.id }).usersByIds(ids);
      // The user of a valid token exists, so without it the answer proves nothing.
      return users.some(({ id }) => id === account.id) ? users : null;
    } catch (error) {
      log.warn('names could not be looked up', error);
      if (problemOf(error) === 'not_signed_in') tokenRefused();
      return null;
    }
  }

  /** Returns true if these users were not looked up recently. */
  function isDue(key: string, maxAgeMs: number): boolean {
    if (last === null || last.key !== key) return true;
    return !isRecent(last.at, Math.min(maxAgeMs, last.validMs), clock.now());
  }

  return async (maxAgeMs) => {
    const account = await currentAccount(db);
    if (account === null) return;
    const listed = listedIn(await rosterOf(account.id));
    // At most 52; Twitch allows a hundred in one request.
    const ids = [...new Set([account.id, ...listed.map(({ id }) => id)])];
    const key = ids.join(' ');
    if (!isDue(key, maxAgeMs)) return;
    const at = clock.now();
    const users = await lookUp(account, ids);
    const isComplete = users?.length === ids.length;
    last = { key, at, validMs: isComplete ? Number.POSITIVE_INFINITY : RETRY_AFTER_MS };
    if (users === null) return;
    const answer = { ids: new Set(ids), byId: new Map(users.map((user) => [user.id, user])) };
    if (await storeNames(account, answer, options)) await reconcile();
  };
}

/** An answer of Twitch. Who was asked for and is not there is gone. */
interface Answer {
  ids: ReadonlySet<string>;
  byId: ReadonlyMap<string, TwitchUser>;
}

/** Stores what has changed. Returns true if anything has. */
async function storeNames(
  account: AccountRecord,
  { ids, byId }: Answer,
  { db, rosterOf, changeRoster, exclusively, log }: NameRefreshOptions,
): Promise<boolean> {
  let hasChanged = false;
  await exclusively(async () => {
    const current = await currentAccount(db);
    // The user may have signed out, or changed the roster, during the request.
    if (current?.id !== account.id) return;
    hasChanged = await storeOwnNames(db, current, byId.get(account.id));
    const listed = listedIn(await rosterOf(account.id)).filter(({ id }) => ids.has(id));
    if (await storeChannels(db, listed, byId)) hasChanged = true;
    const renamed = listed.flatMap((streamer) => {
      const found = byId.get(streamer.id);
      return found !== undefined && isRenamed(streamer, found) ? [found] : [];
    });
    // The browser syncs each write to other computers, and allows only some of them per hour.
    if (renamed.length === 0) return;
    await changeRoster(account.id, (now) => withNames(now, renamed)).catch((error) =>
      log.warn('names could not be stored', error),
    );
  });
  return hasChanged;
}

/** Stores the names of the viewer. Returns true if they have changed. */
async function storeOwnNames(
  db: Database,
  current: AccountRecord,
  own: TwitchUser | undefined,
): Promise<boolean> {
  if (own === undefined || !isRenamed(current, own)) return false;
  await storeAccount(db, { ...current, ...own });
  return true;
}

/** Stores the names of these streamers, and who is gone. Returns true if anything has changed. */
async function storeChannels(
  db: Database,
  listed: readonly ListedStreamer[],
  byId: Answer['byId'],
): Promise<boolean> {
  const known = await channelsOf(
    db,
    listed.map(({ id }) => id),
  );
  let hasChanged = false;
  for (const streamer of listed) {
    const names = { known: known.get(streamer.id), streamer, found: byId.get(streamer.id) };
    if (await storeChannel(db, names)) hasChanged = true;
  }
  return hasChanged;
}

/** Does this for one streamer. `found` is what Twitch has, `known` what the database has. */
async function storeChannel(
  db: Database,
  names: {
    known: ChannelRecord | undefined;
    streamer: ListedStreamer;
    found: TwitchUser | undefined;
  },
): Promise<boolean> {
  const { streamer, found, known } = names;
  const wasGone = known?.is_gone === true;
  if (found === undefined) {
    if (!wasGone) await markGone(db, known ?? streamerOf(streamer));
    return !wasGone;
  }
  const hasChanged = wasGone || isRenamed(known ?? streamer, found) || isRenamed(streamer, found);
  if (hasChanged) await storeStreamer(db, found);
  return hasChanged;
}

function isRenamed(known: Streamer, { login, name, avatarUrl }: TwitchUser): boolean {
  return known.login !== login || known.name !== name || known.avatarUrl !== avatarUrl;
}

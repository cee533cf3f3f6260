import { currentAccount, storeAccount } from '@/lib/db/accounts';
import { channelOf, markGone, storeStreamer } from '@/lib/db/channels';
import type { AccountRecord, Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import { problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import { type Clock, isRecent, MINUTE } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/auth-provider';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { TwitchUser } from '@/lib/twitch/helix/users';

/** Dependencies of {@link createNameRefresh}. */
export interface NameRefreshOptions {
  db: Database;
  apiFor(credentials: Credentials): Pick<TwitchApi, 'usersByIds'>;
  /** Called when Twitch refused the token, so that it has to be validated. */
  tokenRefused(): void;
  favoriteOf(accountId: string): Promise<Streamer | null>;
  storeFavorite(accountId: string, streamer: Streamer): Promise<void>;
  /** Called when names have changed, or when a favorite is gone or has come back. */
  reconcile(): Promise<void>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/** The next request after one that failed, or that did not return the favorite. */
const RETRY_AFTER_MS = 5 * MINUTE;

/**
 * Returns a function that looks up the names of the account and its favorite by their ids, unless
 * that was done less than `maxAgeMs` ago. Twitch users can rename themselves, and other users can
 * take the old name. The function never throws for an answer of Twitch.
 */
export function createNameRefresh(
  options: NameRefreshOptions,
): (maxAgeMs: number) => Promise<void> {
  const { db, apiFor, tokenRefused, favoriteOf, reconcile, clock, log } = options;
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
    const favorite = await favoriteOf(account.id);
    const ids = [...new Set([account.id, favorite?.id ?? account.id])];
    const key = ids.join(' ');
    if (!isDue(key, maxAgeMs)) return;
    const at = clock.now();
    const users = await lookUp(account, ids);
    const isComplete = users?.length === ids.length;
    last = { key, at, validMs: isComplete ? Number.POSITIVE_INFINITY : RETRY_AFTER_MS };
    if (users !== null && (await storeNames(account, favorite, users, options))) await reconcile();
  };
}

/** Stores what has changed. Returns true if anything has. */
async function storeNames(
  account: AccountRecord,
  favorite: Streamer | null,
  users: readonly TwitchUser[],
  { db, favoriteOf, storeFavorite, exclusively }: NameRefreshOptions,
): Promise<boolean> {
  const byId = new Map(users.map((user) => [user.id, user]));
  let hasChanged = false;
  await exclusively(async () => {
    const current = await currentAccount(db);
    // The user may have signed out, or chosen another favorite, during the request.
    if (current?.id !== account.id) return;
    hasChanged = await storeOwnNames(db, current, byId.get(account.id));
    const chosen = await favoriteOf(account.id);
    if (chosen === null || chosen.id !== favorite?.id) return;
    const found = byId.get(chosen.id);
    // The browser syncs each write to other computers, and allows only some of them per hour.
    if (found !== undefined && isRenamed(chosen, found)) await storeFavorite(account.id, found);
    if (await storeChannel(db, chosen, found)) hasChanged = true;
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

/** Stores the names of the favorite, or that it is gone. Returns true if anything has changed. */
async function storeChannel(
  db: Database,
  favorite: Streamer,
  found: TwitchUser | undefined,
): Promise<boolean> {
  const known = await channelOf(db, favorite.id);
  const wasGone = known?.is_gone === true;
  if (found === undefined) {
    if (!wasGone) await markGone(db, known ?? favorite);
    return !wasGone;
  }
  const hasChanged = wasGone || isRenamed(known ?? favorite, found) || isRenamed(favorite, found);
  if (hasChanged) await storeStreamer(db, found);
  return hasChanged;
}

function isRenamed(known: Streamer, { login, name, avatarUrl }: TwitchUser): boolean {
  return known.login !== login || known.name !== name || known.avatarUrl !== avatarUrl;
}

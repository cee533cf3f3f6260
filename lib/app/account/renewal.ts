import { currentAccount, storeAccount } from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import type { Log } from '@/lib/log';
import { type Clock, DAY } from '@/lib/time';

/** Twitch's tokens last about two months. A week is enough for a browser that is seldom open. */
const DUE_BEFORE_END_MS = 7 * DAY;
const TRIED_EVERY_MS = DAY;

/** Dependencies of {@link createRenewal}. */
export interface RenewalOptions {
  db: Database;
  /** Returns the account with a new token, or throws if Twitch would have to show a page. */
  renew(account: AccountRecord): Promise<AccountRecord>;
  /** Revokes the token of an account that is no longer used. Never throws. */
  revoke(account: AccountRecord): Promise<void>;
  /** Called when the new token is stored. */
  renewed(): Promise<void>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/**
 * Returns a function that replaces a token that ends soon, without a window and at most once a day.
 * It never throws, and does nothing while an earlier call is under way. See
 * docs/adr/0011-renewal-without-a-window.md.
 */
export function createRenewal(options: RenewalOptions): () => Promise<void> {
  const { db, renew, revoke, renewed, exclusively, clock, log } = options;
  let renewing: Promise<void> | null = null;

  /** Stores `next` instead of `account`, unless another token was stored in the meantime. */
  async function replace(account: AccountRecord, next: AccountRecord): Promise<void> {
    await exclusively(async () => {
      if ((await currentAccount(db))?.token === account.token) await storeAccount(db, next);
    });
  }

  async function renewIfDue(): Promise<void> {
    const account = await currentAccount(db);
    if (account === null || !isRenewalDue(account, clock.now())) return;
    const tried = { renewalTriedAt: clock.now() };
    // Stored first: if the worker is killed meanwhile, the next one must not try again at once.
    await replace(account, { ...account, ...tried });
    const next = await renew(account);
    if (canReplace(account, next)) await replace(account, { ...next, ...tried });
    const current = await currentAccount(db);
    const isReplaced = current?.token === next.token;
    if (isReplaced) await renewed();
    const unused = isReplaced ? account : next;
    // Twitch may return the token that it returned before.
    if (unused.token !== current?.token) await revoke(unused);
  }

  return async () => {
    renewing ??= renewIfDue()
      .catch((error) => log.warn('the sign-in was not renewed', error))
      .finally(() => {
        renewing = null;
      });
    await renewing;
  };
}

/**
 * Returns true if the token of an account ends soon and no renewal was tried within a day before
 * `now`, in milliseconds since 1970.
 */
function isRenewalDue({ expiresAt, renewalTriedAt }: AccountRecord, now: number): boolean {
  if (expiresAt === null || expiresAt - now > DUE_BEFORE_END_MS) return false;
  // A try in the future was made before the clock was set back.
  return renewalTriedAt === undefined || Math.abs(now - renewalTriedAt) >= TRIED_EVERY_MS;
}

/** Returns true if `next` has the same user and Client ID, and at least the same scopes. */
function canReplace(account: AccountRecord, next: AccountRecord): boolean {
  const granted = new Set(next.scopes);
  return (
    next.id === account.id &&
    next.clientId === account.clientId &&
    account.scopes.every((scope) => granted.has(scope))
  );
}

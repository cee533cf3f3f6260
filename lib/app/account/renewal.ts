import { currentAccount, isSameSignIn, storeAccount, withReplacedTokens } from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import type { Log } from '@/lib/log';
import { type Clock, DAY } from '@/lib/time';

/**
 * Tokens of the implicit grant flow are valid for about two months. A week is enough time for a
 * browser that is rarely open.
 */
const DUE_BEFORE_EXPIRY_MS = 7 * DAY;
const MIN_INTERVAL_MS = DAY;

/** Dependencies of {@link createRenewal}. */
export interface RenewalOptions {
  db: Database;
  /** Returns the account with a new token, or throws if Twitch would have to show a page. */
  renew(account: AccountRecord): Promise<AccountRecord>;
  /** Revokes the token of an account that nobody uses. Never throws. */
  revoke(account: AccountRecord): Promise<void>;
  /** Called when the new token is stored. */
  renewed(): Promise<void>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/**
 * Returns a function that replaces a token that expires soon, without a window and at most once a
 * day. It never throws. A call during another one waits for that one. See
 * docs/adr/0011-silent-token-renewal.md.
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
    const attempt = { renewalTriedAt: clock.now() };
    // Stored first: if the worker is killed now, the next one must not try again at once.
    await replace(account, { ...account, ...attempt });
    const next = await renew(account);
    if (canReplace(account, next)) {
      await replace(account, withReplacedTokens(account, { ...next, ...attempt }));
    }
    if ((await currentAccount(db))?.token === next.token) await renewed();
    else await revoke(next);
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
 * Returns true if the token of an account expires soon and no renewal was tried within the day
 * before `now` (milliseconds since 1970).
 */
function isRenewalDue({ expiresAt, renewalTriedAt }: AccountRecord, now: number): boolean {
  if (expiresAt === null || expiresAt - now > DUE_BEFORE_EXPIRY_MS) return false;
  // An attempt in the future was made before the clock was set back.
  return renewalTriedAt === undefined || Math.abs(now - renewalTriedAt) >= MIN_INTERVAL_MS;
}

/** Returns true if `next` has the same user and Client ID, and at least the same scopes. */
function canReplace(account: AccountRecord, next: AccountRecord): boolean {
  const granted = new Set(next.scopes);
  return isSameSignIn(account, next) && account.scopes.every((scope) => granted.has(scope));
}

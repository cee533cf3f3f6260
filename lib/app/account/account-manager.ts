import { currentAccount, forgetAccount, storeAccount } from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import { forgetSession } from '@/lib/db/session';
import type { ScopeSet } from '@/lib/domain/access/scopes';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import { type Problem, problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import { scopesFor } from '@/lib/twitch/auth/requested-scopes';
import type { Validation } from '@/lib/twitch/auth/token';
import { canReplace, isRenewalDue } from './renewal';
import { validateAccountToken } from './validate-token';

/** What keeping an account needs, and whom it tells. */
export interface AccountManagerOptions {
  db: Database;
  /** What the user has switched on. */
  readRecording(): Promise<RecordingOptions>;
  /** Lets the user sign in, granting `scopes`. */
  signIn(scopes: readonly string[]): Promise<AccountRecord>;
  /** Gives the account another token without a window, or throws. */
  renew(account: AccountRecord): Promise<AccountRecord>;
  validate(token: string): Promise<Validation>;
  revoke(clientId: string, token: string): Promise<void>;
  /** Runs one at a time, in every context of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  /** Somebody signed in. */
  begun(): Promise<void>;
  /** Nobody is signed in any more, or still nobody is; `problem` is why, if anything is wrong. */
  ended(problem: Problem | null): void;
  clock: Clock;
  log: Log;
}

/** Who is signed in: from sign-in over Twitch's hourly question to the end. */
export interface AccountManager {
  /** `rights`: what is asked for beyond what a plain viewer needs. */
  signIn(rights: ScopeSet): Promise<void>;
  signOut(): Promise<void>;
  /** Asks Twitch about the token, unless it was asked less than `maxAgeMs` ago. */
  check(maxAgeMs: number): Promise<void>;
  /** Has a token that ends soon replaced without a window, at most once a day. Never throws. */
  renew(): Promise<void>;
}

/** Keeps the account that is signed in. */
export function createAccountManager(options: AccountManagerOptions): AccountManager {
  const { db, exclusively, clock, log } = options;
  let signingIn: Promise<void> | null = null;
  let renewing: Promise<void> | null = null;
  const asking = new Map<string, Promise<void>>();

  async function end(problem: Problem | null): Promise<void> {
    await forgetAccount(db);
    await forgetSession(db);
    options.ended(problem);
  }

  /** A token nobody uses any more should not stay good; one that can't be revoked will expire. */
  async function revokeQuietly({ clientId, token }: AccountRecord): Promise<void> {
    await options
      .revoke(clientId, token)
      .catch((error) => log.warn('a token was not revoked', error));
  }

  async function signInOnce(rights: ScopeSet): Promise<void> {
    const before = await currentAccount(db);
    const recording = await options.readRecording();
    const scopes = scopesFor({ rights, granted: before?.scopes ?? [], recording });
    try {
      await storeAccount(db, await options.signIn(scopes));
    } catch (error) {
      if (before === null) options.ended(problemOf(error));
      throw error;
    }
    await options.begun();
    // Revoking a token that Twitch has handed out once more would end the new sign-in.
    const after = await currentAccount(db);
    if (before !== null && before.token !== after?.token) await revokeQuietly(before);
  }

  async function ask(account: AccountRecord): Promise<void> {
    const check = await validateAccountToken(account, options.validate, clock);
    await exclusively(async () => {
      // Asking takes seconds, in which the user may have signed in as somebody else.
      if ((await currentAccount(db))?.token !== account.token) return;
      if (check.state === 'good') await storeAccount(db, check.account);
      if (check.state === 'ended') await end(check.problem);
    });
  }

  /** A token that ends takes a dozen subscriptions with it at once; one question answers them all. */
  async function askOnce(account: AccountRecord): Promise<void> {
    const { token } = account;
    const question = asking.get(token) ?? ask(account).finally(() => asking.delete(token));
    asking.set(token, question);
    await question;
  }

  /** Puts `next` in the place of `account`, unless somebody else has signed in meanwhile. */
  async function replace(account: AccountRecord, next: AccountRecord): Promise<void> {
    await exclusively(async () => {
      if ((await currentAccount(db))?.token === account.token) await storeAccount(db, next);
    });
  }

  async function renewIfDue(): Promise<void> {
    const account = await currentAccount(db);
    if (account === null || !isRenewalDue(account, clock.now())) return;
    const tried = { renewalTriedAt: clock.now() };
    // Noted first, so that a worker killed meanwhile is not followed by one that tries at once.
    await replace(account, { ...account, ...tried });
    const renewed = await options.renew(account);
    if (canReplace(account, renewed)) await replace(account, { ...renewed, ...tried });
    const after = await currentAccount(db);
    const isTaken = after?.token === renewed.token;
    if (isTaken) await options.begun();
    const idle = isTaken ? account : renewed;
    if (idle.token !== after?.token) await revokeQuietly(idle);
  }

  return {
    signIn: (rights) => {
      // Panel and popup may both be clicked; there is one sign-in window.
      signingIn ??= signInOnce(rights).finally(() => {
        signingIn = null;
      });
      return signingIn;
    },
    signOut: async () => {
      const account = await currentAccount(db);
      await exclusively(() => end(null));
      if (account !== null) await revokeQuietly(account);
    },
    check: async (maxAgeMs) => {
      const account = await currentAccount(db);
      if (account === null || clock.now() - account.validatedAt < maxAgeMs) return;
      await askOnce(account);
    },
    renew: async () => {
      renewing ??= renewIfDue()
        .catch((error) => log.warn('the sign-in was not renewed', error))
        .finally(() => {
          renewing = null;
        });
      await renewing;
    },
  };
}

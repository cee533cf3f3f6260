import {
  currentAccount,
  forgetAccount,
  isSameSignIn,
  storeAccount,
  withReplacedTokens,
} from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import { forgetSession } from '@/lib/db/session';
import type { ScopeSet } from '@/lib/domain/access/scopes';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import { type Problem, problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import type { LastSignOut, SignOut } from '@/lib/settings/last-sign-out';
import type { Clock } from '@/lib/time';
import { scopesFor } from '@/lib/twitch/auth/requested-scopes';
import type { Validation } from '@/lib/twitch/auth/token';
import { createRenewal } from './renewal';
import { createRevocation, type Revocation } from './revocation';
import { createValidation } from './validate-token';

/** Issues, validates and revokes tokens. */
export interface TokenSource {
  /**
   * Shows Twitch's sign-in page and returns the account. Throws a `ProblemError`. Twitch may skip
   * the page and take the account of its cookie, unless `mustAsk` is true.
   */
  signIn(scopes: readonly string[], mustAsk: boolean): Promise<AccountRecord>;
  /** Returns the account with a new token, or throws if Twitch would have to show a page. */
  renew(account: AccountRecord): Promise<AccountRecord>;
  validate(token: string): Promise<Validation>;
  revoke(clientId: string, token: string): Promise<void>;
}

/** Dependencies of {@link createAccountManager}. */
export interface AccountManagerOptions {
  db: Database;
  tokens: TokenSource;
  /** Reads what the user wants to record beyond the defaults, which needs more scopes. */
  readRecording(): Promise<RecordingOptions>;
  lastSignOut: LastSignOut;
  /** Called when an account, or a new token for it, was stored. */
  signedIn(): Promise<void>;
  /** Called when no account is signed in, after a sign-out or a failed sign-in with its problem. */
  signedOut(problem: Problem | null): Promise<void>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/** The Twitch account that is signed in. */
export interface AccountManager extends Pick<Revocation, 'sessionOpened'> {
  /** Asks Twitch for the scopes of this set. Throws a `ProblemError` if the sign-in fails. */
  signIn(scopeSet: ScopeSet): Promise<void>;
  signOut(): Promise<void>;
  /** Validates the token, unless that was done less than `maxAgeMs` ago. */
  validate(maxAgeMs: number): Promise<void>;
  /** Called when Twitch refused the token: validates it. Never throws. */
  tokenRefused(): void;
  /** Replaces a token that ends soon, without a window and at most once a day. Never throws. */
  renew(): Promise<void>;
}

/** Creates the part of the background that signs in and out, and keeps the token valid. */
export function createAccountManager(options: AccountManagerOptions): AccountManager {
  const { db, tokens, lastSignOut, signedIn, signedOut, exclusively, clock, log } = options;
  const { revokeAllOf, sessionOpened } = createRevocation({ db, revoke: tokens.revoke, log });
  let signingIn: Promise<void> | null = null;

  async function end(signOut: SignOut, problem: Problem | null): Promise<void> {
    // Stored first: if the worker is killed after the account is deleted, nobody knows the reason.
    await lastSignOut.setValue(signOut);
    await forgetAccount(db);
    await forgetSession(db);
    await signedOut(problem);
  }

  async function signInOnce(scopeSet: ScopeSet): Promise<void> {
    const before = await currentAccount(db);
    const after = await replaceAccount(before, scopeSet, options);
    await lastSignOut.setValue(null);
    await signedIn();
    // The session of the same sign-in goes on, with the tokens that it began with.
    if (before !== null && !isSameSignIn(before, after)) await revokeAllOf(before);
  }

  const { validate, renew } = tokens;
  const validateCurrent = createValidation({
    db,
    validate,
    end: ({ id }, problem) => end({ by: 'twitch', accountId: id }, problem),
    exclusively,
    clock,
  });

  return {
    signIn: (scopeSet) => {
      // The user may click in the panel and in the popup. Both clicks share one window.
      signingIn ??= signInOnce(scopeSet).finally(() => {
        signingIn = null;
      });
      return signingIn;
    },
    signOut: async () => {
      const account = await currentAccount(db);
      await exclusively(() => end({ by: 'user' }, null));
      if (account !== null) await revokeAllOf(account);
    },
    validate: validateCurrent,
    tokenRefused: () => {
      validateCurrent(0).catch((error) => log.warn('the token was not validated', error));
    },
    sessionOpened,
    renew: createRenewal({
      db,
      renew,
      revoke: revokeAllOf,
      renewed: signedIn,
      exclusively,
      clock,
      log,
    }),
  };
}

/**
 * Shows Twitch's sign-in page, and stores and returns the account. `before` is the account that is signed in
 * now. After a sign-out, Twitch must let the user choose the account.
 */
async function replaceAccount(
  before: AccountRecord | null,
  scopeSet: ScopeSet,
  { db, tokens, readRecording, lastSignOut, signedOut }: AccountManagerOptions,
): Promise<AccountRecord> {
  const recording = await readRecording();
  const scopes = scopesFor({ scopeSet, granted: before?.scopes ?? [], recording });
  const mustAsk = before === null && (await lastSignOut.getValue())?.by === 'user';
  try {
    const account = withReplacedTokens(before, await tokens.signIn(scopes, mustAsk));
    await storeAccount(db, account);
    return account;
  } catch (error) {
    if (before === null) await signedOut(problemOf(error));
    throw error;
  }
}

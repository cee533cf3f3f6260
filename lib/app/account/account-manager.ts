import { currentAccount, forgetAccount, storeAccount } from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import { forgetSession } from '@/lib/db/session';
import type { ScopeSet } from '@/lib/domain/access/scopes';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import { type Problem, problemOf } from '@/lib/domain/problem';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import { scopesFor, type Validation } from '@/lib/twitch/auth/auth';
import { createRenewal } from './renewal';
import { createValidation } from './validate-token';

/** Twitch's sign-in: issues, validates and revokes tokens. */
export interface TokenSource {
  /** Shows the sign-in page for these scopes and returns the account. Throws a `ProblemError`. */
  signIn(scopes: readonly string[]): Promise<AccountRecord>;
  /** Returns the account with a new token, or throws if Twitch would have to show a page. */
  renew(account: AccountRecord): Promise<AccountRecord>;
  validate(token: string): Promise<Validation>;
  revoke(clientId: string, token: string): Promise<void>;
}

/** Dependencies of {@link createAccountManager}. */
export interface AccountManagerOptions {
  db: Database;
  tokens: TokenSource;
  /** Reads what the user wants to record beyond the defaults: it needs scopes of its own. */
  readRecording(): Promise<RecordingOptions>;
  /** Called when an account or a new token of it was stored. */
  signedIn(): Promise<void>;
  /** Called when no account is signed in, after a sign-out or a failed sign-in with its problem. */
  signedOut(problem: Problem | null): void;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
  log: Log;
}

/** The Twitch account that is signed in. */
export interface AccountManager {
  /** `rights`: the scopes to ask for beyond those of a plain viewer. */
  signIn(rights: ScopeSet): Promise<void>;
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
  const { db, tokens, readRecording, signedIn, signedOut, exclusively, clock, log } = options;
  let signingIn: Promise<void> | null = null;

  async function end(problem: Problem | null): Promise<void> {
    await forgetAccount(db);
    await forgetSession(db);
    signedOut(problem);
  }

  /** Revokes a token that is no longer used. Never throws: the token will expire anyway. */
  async function revoke({ clientId, token }: AccountRecord): Promise<void> {
    await tokens
      .revoke(clientId, token)
      .catch((error) => log.warn('a token was not revoked', error));
  }

  async function signInOnce(rights: ScopeSet): Promise<void> {
    const before = await currentAccount(db);
    const recording = await readRecording();
    const scopes = scopesFor({ rights, granted: before?.scopes ?? [], recording });
    try {
      await storeAccount(db, await tokens.signIn(scopes));
    } catch (error) {
      if (before === null) signedOut(problemOf(error));
      throw error;
    }
    await signedIn();
    // Twitch may return the same token again. Revoking it would end the new sign-in, too.
    const after = await currentAccount(db);
    if (before !== null && before.token !== after?.token) await revoke(before);
  }

  const { validate, renew } = tokens;
  const validateCurrent = createValidation({ db, validate, end, exclusively, clock });

  return {
    signIn: (rights) => {
      // The user may click in the panel and in the popup; there is one sign-in window.
      signingIn ??= signInOnce(rights).finally(() => {
        signingIn = null;
      });
      return signingIn;
    },
    signOut: async () => {
      const account = await currentAccount(db);
      await exclusively(() => end(null));
      if (account !== null) await revoke(account);
    },
    validate: validateCurrent,
    tokenRefused: () => {
      validateCurrent(0).catch((error) => log.warn('the token was not validated', error));
    },
    renew: createRenewal({ db, renew, revoke, renewed: signedIn, exclusively, clock, log }),
  };
}

import { currentAccount, storeAccount } from '@/lib/db/accounts';
import type { AccountRecord, Database } from '@/lib/db/database';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { type Clock, isRecent } from '@/lib/time';
import type { Validation } from '@/lib/twitch/auth/token';

/** The result of a validation. */
type AccountCheck =
  | { state: 'good'; validated: Pick<AccountRecord, 'scopes' | 'expiresAt' | 'validatedAt'> }
  /** Twitch did not answer, so the token may still be valid. */
  | { state: 'unknown' }
  | { state: 'ended'; problem: Problem };

/**
 * Validates the token of an account. The account ends only if Twitch refuses the token, or if the
 * token belongs to another user or Client ID; it never ends because Twitch does not answer.
 */
async function validateAccountToken(
  account: AccountRecord,
  validate: (token: string) => Promise<Validation>,
  clock: Clock,
): Promise<AccountCheck> {
  try {
    const { clientId, userId, scopes, expiresInMs } = await validate(account.token);
    if (clientId !== account.clientId || userId !== account.id) {
      return { state: 'ended', problem: 'wrong_client_id' };
    }
    const now = clock.now();
    const expiresAt = expiresInMs === null ? null : now + expiresInMs;
    return { state: 'good', validated: { scopes, expiresAt, validatedAt: now } };
  } catch (error) {
    const problem = problemOf(error);
    return problem === 'signed_out_by_twitch' ? { state: 'ended', problem } : { state: 'unknown' };
  }
}

/** Dependencies of {@link createValidation}. */
export interface ValidationOptions {
  db: Database;
  validate(token: string): Promise<Validation>;
  /** Removes the account, because its token is not valid. */
  end(account: AccountRecord, problem: Problem): Promise<void>;
  /** Runs one task at a time, across all contexts of the extension. */
  exclusively(run: () => Promise<void>): Promise<void>;
  clock: Clock;
}

/**
 * Returns a function that validates the token of the account that is signed in, unless it was
 * validated less than `maxAgeMs` ago. Twitch requires a validation at the start and every hour:
 * https://dev.twitch.tv/docs/authentication/validate-tokens/
 */
export function createValidation(options: ValidationOptions): (maxAgeMs: number) => Promise<void> {
  const { db, validate, end, exclusively, clock } = options;
  /** Running validations by token. */
  const running = new Map<string, Promise<void>>();

  async function validateNow(account: AccountRecord): Promise<void> {
    const check = await validateAccountToken(account, validate, clock);
    await exclusively(async () => {
      // The user may have signed in with another account while the validation was running.
      const current = await currentAccount(db);
      if (current?.token !== account.token) return;
      // The names may have changed meanwhile.
      if (check.state === 'good') await storeAccount(db, { ...current, ...check.validated });
      if (check.state === 'ended') await end(account, check.problem);
    });
  }

  return async (maxAgeMs) => {
    const account = await currentAccount(db);
    if (account === null || isRecent(account.validatedAt, maxAgeMs, clock.now())) return;
    const { token } = account;
    // When a token is revoked, all its subscriptions end at once. One validation is enough.
    const validation =
      running.get(token) ?? validateNow(account).finally(() => running.delete(token));
    running.set(token, validation);
    await validation;
  };
}

import type { AccountRecord } from '@/lib/db/database';
import { type Problem, problemOf } from '@/lib/domain/problem';
import type { Clock } from '@/lib/time';
import type { Validation } from '@/lib/twitch/auth/token';

/** What became of an account when Twitch was asked about its token. */
export type AccountCheck =
  | { state: 'good'; account: AccountRecord }
  /** Twitch could not be asked; nothing is known against the token. */
  | { state: 'unknown' }
  | { state: 'ended'; problem: Problem };

/**
 * Asks Twitch whether an account's token is still good. Only Twitch's own refusal ends it, or a
 * token that turns out to be another application's; a Twitch that does not answer never does.
 */
export async function validateAccountToken(
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
    return { state: 'good', account: { ...account, scopes, expiresAt, validatedAt: now } };
  } catch (error) {
    const problem = problemOf(error);
    return problem === 'signed_out_by_twitch' ? { state: 'ended', problem } : { state: 'unknown' };
  }
}

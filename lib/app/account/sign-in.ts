import type { AccountRecord } from '@/lib/db/database';
import { ProblemError } from '@/lib/domain/problem';
import type { Clock } from '@/lib/time';
import type { Credentials } from '@/lib/twitch/auth/auth-provider';
import { authorizeUrl, readRedirect } from '@/lib/twitch/auth/authorize';
import type { Validation } from '@/lib/twitch/auth/token';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** What signing in needs of the world. */
export interface SignInOptions {
  clientId: string;
  /** All that is asked for; what was granted before and is not among it is given up. */
  scopes: readonly string[];
  redirectUri: string;
  launchAuthFlow(url: string): Promise<string>;
  validate(token: string): Promise<Validation>;
  apiFor(credentials: Credentials): Pick<TwitchApi, 'me'>;
  randomState(): string;
  clock: Clock;
}

/**
 * Lets the user sign in with Twitch and gives their account, not yet stored. Throws a
 * `ProblemError` for every way this can end otherwise.
 */
export async function signIn(options: SignInOptions): Promise<AccountRecord> {
  const { clientId, redirectUri, clock } = options;
  if (clientId === '') throw new ProblemError('no_client_id');
  const state = options.randomState();
  const url = authorizeUrl({ clientId, redirectUri, scopes: options.scopes, state });
  const token = readRedirect(await options.launchAuthFlow(url), state);
  const { userId, scopes, expiresInMs, ...validation } = await options.validate(token);
  if (validation.clientId !== clientId) throw new ProblemError('wrong_client_id');
  const user = await options.apiFor({ userId, clientId, token, scopes }).me();
  if (user === null) throw new ProblemError('unknown', { message: 'no profile for the token' });
  const now = clock.now();
  return {
    ...user,
    clientId,
    token,
    scopes,
    expiresAt: expiresInMs === null ? null : now + expiresInMs,
    validatedAt: now,
  };
}

import type { AccountRecord } from '@/lib/db/database';
import { ProblemError } from '@/lib/domain/problem';
import type { Clock } from '@/lib/time';
import { authorizeUrl, readRedirect } from '@/lib/twitch/auth/authorize';
import type { Credentials } from '@/lib/twitch/auth/credentials';
import type { Validation } from '@/lib/twitch/auth/token';
import type { TwitchApi } from '@/lib/twitch/helix/api';

/** Options of {@link signIn}. */
export interface SignInOptions {
  clientId: string;
  /** All scopes to ask for. The new token does not have scopes that were only granted before. */
  scopes: readonly string[];
  redirectUri: string;
  /** True if Twitch must show its page, where the user can choose another account. */
  mustAsk?: boolean;
  /** Opens a sign-in page and returns the URL at which it ended. Throws a `ProblemError`. */
  launchAuthFlow(url: string): Promise<string>;
  validate(token: string): Promise<Validation>;
  apiFor(credentials: Credentials): Pick<TwitchApi, 'me'>;
  /** Returns a value that cannot be guessed, for the `state` parameter. */
  randomState(): string;
  clock: Clock;
}

/**
 * Lets the user sign in with Twitch (implicit grant flow) and returns the account, which is not yet
 * stored. Throws a `ProblemError` if anything goes wrong.
 * https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/#implicit-grant-flow
 */
export async function signIn(options: SignInOptions): Promise<AccountRecord> {
  const { clientId, redirectUri, scopes: requested, mustAsk = false, clock } = options;
  if (clientId === '') throw new ProblemError('no_client_id');
  const state = options.randomState();
  const url = authorizeUrl({ clientId, redirectUri, scopes: requested, state, mustAsk });
  const token = readRedirect(await options.launchAuthFlow(url), state);
  const { userId, scopes, expiresInMs, ...validation } = await options.validate(token);
  if (validation.clientId !== clientId) throw new ProblemError('wrong_client_id');
  const user = await options.apiFor({ userId, clientId, token }).me();
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

import { ProblemError } from '@/lib/domain/problem';
import { ID_HOST } from './id-host';

/** The parameters of Twitch's sign-in page. */
export interface AuthorizeRequest {
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
  /** A random text. The redirect must contain it, so that no forged redirect is accepted. */
  state: string;
  /** True if Twitch must show its page, where the user can choose another account. */
  mustAsk?: boolean;
}

/**
 * Returns the URL of Twitch's sign-in page for an implicit grant.
 * See https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/#implicit-grant-flow
 */
export function authorizeUrl(request: AuthorizeRequest): string {
  const { clientId, redirectUri, scopes, state, mustAsk = false } = request;
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'token',
    scope: scopes.join(' '),
    state,
    // Without it, Twitch takes the account of the browser's cookie and shows no page.
    ...(mustAsk && { force_verify: 'true' }),
  });
  return `${ID_HOST}/authorize?${query}`;
}

/**
 * Reads the token from the URL that Twitch has redirected to. A token is in the fragment, an error
 * in the query. Throws a `ProblemError` for an error, and for a redirect whose state is not
 * `state`.
 */
export function readRedirect(url: string, state: string): string {
  const { hash, searchParams } = new URL(url);
  const fragment = new URLSearchParams(hash.slice(1));
  const field = (name: string) => fragment.get(name) ?? searchParams.get(name);
  const error = field('error');
  // Checked before the state, which Twitch omits in this case:
  // https://github.com/twitchdev/issues/issues/762
  if (error === 'redirect_mismatch') throw new ProblemError('redirect_mismatch');
  if (field('state') !== state) throw new ProblemError('state_mismatch');
  if (error !== null) {
    throw new ProblemError(error === 'access_denied' ? 'denied' : 'unknown', { message: error });
  }
  const token = fragment.get('access_token');
  if (token === null || token === '') throw new ProblemError('unknown', { message: 'no token' });
  return token;
}

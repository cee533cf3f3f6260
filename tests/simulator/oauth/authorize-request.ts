/**
 * A request for the implicit grant. See
 * https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/
 */
export interface AuthorizeRequest {
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
  state: string | undefined;
  /** True to show the page even if the user has already allowed all scopes. */
  forceVerify: boolean;
}

export type ParsedAuthorizeRequest = { request: AuthorizeRequest } | { problem: string };

/** Hosts of the redirect URIs of extensions; all others count as not registered. */
const REDIRECT_HOSTS = ['.chromiumapp.org', '.extensions.allizom.org'];

function isRegistered(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname } = new URL(redirectUri);
  return protocol === 'https:' && REDIRECT_HOSTS.some((host) => hostname.endsWith(host));
}

/** Reads the parameters of a query or a form in the way of Twitch. */
export function parseAuthorizeRequest(parameters: URLSearchParams): ParsedAuthorizeRequest {
  const clientId = parameters.get('client_id');
  const redirectUri = parameters.get('redirect_uri');
  const responseType = parameters.get('response_type');
  if (!clientId) return { problem: 'missing client id' };
  if (!redirectUri) return { problem: 'missing redirect uri' };
  if (!responseType) return { problem: 'missing response type' };
  if (responseType !== 'token') return { problem: 'invalid response type' };
  if (!isRegistered(redirectUri)) {
    return { problem: 'Parameter redirect_uri does not match registered URI' };
  }
  const scopes = (parameters.get('scope') ?? '').split(' ').filter(Boolean);
  const state = parameters.get('state') ?? undefined;
  const forceVerify = parameters.get('force_verify') === 'true';
  return { request: { clientId, redirectUri, scopes, state, forceVerify } };
}

/** Returns the URL for a success; its parameters are in the fragment. */
export function successRedirect(
  { redirectUri, scopes, state }: AuthorizeRequest,
  token: string,
): string {
  const url = new URL(redirectUri);
  const fragment = new URLSearchParams({ access_token: token, scope: scopes.join(' ') });
  if (state !== undefined) fragment.set('state', state);
  fragment.set('token_type', 'bearer');
  url.hash = fragment.toString();
  return url.href;
}

/** Returns the URL for a failure; its parameters are in the query. */
export function errorRedirect(
  { redirectUri, state }: Pick<AuthorizeRequest, 'redirectUri' | 'state'>,
  error: string,
  description: string,
): string {
  const url = new URL(redirectUri);
  url.searchParams.set('error', error);
  url.searchParams.set('error_description', description);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}

import type { Context, Hono } from 'hono';
import { oauthError } from '../core/error-answers.ts';
import type { Faults } from '../core/faults.ts';
import { accountById } from '../world/people/accounts.ts';
import type { Tokens } from '../world/tokens.ts';
import { authorizePage, leavingPage } from './authorize-page.ts';
import {
  type AuthorizeRequest,
  errorRedirect,
  parseAuthorizeRequest,
  successRedirect,
} from './authorize-request.ts';
import { readForm } from './form.ts';
import { signedInAtTwitch, signInAtTwitch } from './twitch-sign-in.ts';

/** Dependencies of addAuthorize. */
export interface AuthorizeOptions {
  faults: Pick<Faults, 'take'>;
  tokens: Pick<Tokens, 'hasAllowed' | 'issue'>;
}

/**
 * Returns the URL to which Twitch redirects if the redirect URI is not registered: the first
 * registered one. See https://github.com/twitchdev/issues/issues/762
 */
function firstRegistered(redirectUri: string): string {
  return `${new URL(redirectUri).origin}/`;
}

/** Returns the error answer that an active fault causes. */
function faultAnswer(
  context: Context,
  request: AuthorizeRequest,
  faults: AuthorizeOptions['faults'],
): Response | undefined {
  if (faults.take('invalid_client')) return oauthError(context, 400, 'invalid client');
  const mismatch = faults.take('redirect_mismatch');
  if (!mismatch) return undefined;
  const redirectUri = mismatch.to ?? firstRegistered(request.redirectUri);
  const description = 'Parameter redirect_uri does not match registered URI';
  const target = { redirectUri, state: request.state };
  return context.redirect(errorRedirect(target, 'redirect_mismatch', description));
}

/** Redirects without a question if the signed-in user has already allowed all scopes. */
function redirectAtOnce(
  context: Context,
  request: AuthorizeRequest,
  { faults, tokens }: AuthorizeOptions,
): Response | Promise<Response> | undefined {
  const { clientId, scopes, forceVerify } = request;
  const user = signedInAtTwitch(context);
  if (!user || forceVerify) return undefined;
  const grant = { clientId, scopes, userId: user.id };
  if (!tokens.hasAllowed(grant)) return undefined;
  const target = successRedirect(request, tokens.issue(grant).value);
  if (faults.take('leaving_page')) return context.html(leavingPage(target));
  return context.redirect(target);
}

/** Adds the authorize page and the endpoint that receives its form. */
export function addAuthorize(oauth: Hono, options: AuthorizeOptions): void {
  const { faults, tokens } = options;

  oauth.get('/authorize', (context) => {
    const parsed = parseAuthorizeRequest(new URL(context.req.url).searchParams);
    if ('problem' in parsed) return oauthError(context, 400, parsed.problem);
    const { request } = parsed;
    return (
      faultAnswer(context, request, faults) ??
      redirectAtOnce(context, request, options) ??
      context.html(authorizePage(request))
    );
  });

  oauth.post('/authorize', async (context) => {
    const form = await readForm(context);
    const parsed = parseAuthorizeRequest(form);
    if ('problem' in parsed) return oauthError(context, 400, parsed.problem);
    const { request } = parsed;
    if (form.get('decision') !== 'authorize') {
      const denied = errorRedirect(request, 'access_denied', 'The user denied you access');
      return context.redirect(denied, 303);
    }
    const user = accountById(form.get('user_id') ?? '');
    if (!user?.canSignIn) return oauthError(context, 400, 'unknown user');
    const { clientId, scopes } = request;
    const token = tokens.issue({ clientId, scopes, userId: user.id });
    signInAtTwitch(context, user);
    return context.redirect(successRedirect(request, token.value), 303);
  });
}

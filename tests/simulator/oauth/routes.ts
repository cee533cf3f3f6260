import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { oauthError } from '../http/answers.ts';
import type { Simulation } from '../simulation.ts';
import { ACCOUNTS, type Account, accountById } from '../world/people/accounts.ts';
import { authorizePage, leavingPage } from './authorize-page.ts';
import {
  type AuthorizeRequest,
  errorRedirect,
  parseAuthorizeRequest,
  successRedirect,
} from './authorize-request.ts';

/** Where Twitch sends somebody whose redirect URI is not registered: to the first one that is. */
function firstRegistered(redirectUri: string): string {
  return `${new URL(redirectUri).origin}/`;
}

async function formOf(context: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await context.req.text());
}

/** Cookie that tells who is signed in at Twitch itself: their login. */
const SIGNED_IN = 'login';

function signInAtTwitch(context: Context, { login }: Account): void {
  setCookie(context, SIGNED_IN, login, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    // Twitch stays signed in when the browser is closed.
    maxAge: 365 * 24 * 60 * 60,
  });
}

function signedInAtTwitch(context: Context): Account | undefined {
  const login = getCookie(context, SIGNED_IN);
  return ACCOUNTS.find((account) => account.canSignIn && account.login === login);
}

function addAuthorize(oauth: Hono, { tokens, faults }: Simulation): void {
  function refusal(context: Context, request: AuthorizeRequest): Response | undefined {
    if (faults.take('invalid_client')) return oauthError(context, 400, 'invalid client');
    const mismatch = faults.take('redirect_mismatch');
    if (!mismatch) return undefined;
    const redirectUri = mismatch.to ?? firstRegistered(request.redirectUri);
    const description = 'Parameter redirect_uri does not match registered URI';
    const target = { redirectUri, state: request.state };
    return context.redirect(errorRedirect(target, 'redirect_mismatch', description));
  }

  /** Somebody who is signed in at Twitch and has allowed all of it before is asked nothing. */
  function passage(
    context: Context,
    request: AuthorizeRequest,
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

  oauth.get('/authorize', (context) => {
    const parsed = parseAuthorizeRequest(new URL(context.req.url).searchParams);
    if ('problem' in parsed) return oauthError(context, 400, parsed.problem);
    const { request } = parsed;
    return (
      refusal(context, request) ?? passage(context, request) ?? context.html(authorizePage(request))
    );
  });

  oauth.post('/authorize', async (context) => {
    const form = await formOf(context);
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

function addValidate(oauth: Hono, { tokens, faults, clock }: Simulation): void {
  oauth.get('/validate', (context) => {
    const authorization = context.req.header('Authorization');
    if (!authorization) return oauthError(context, 401, 'missing authorization token');
    const { kind: _, times: __, status, ...changes } = faults.take('validate') ?? {};
    if (status !== undefined && status >= 400) return oauthError(context, status, '');
    const token = tokens.find(/^(?:OAuth|Bearer) (\S+)$/i.exec(authorization)?.[1] ?? '');
    if (!token) return oauthError(context, 401, 'invalid access token');
    return context.json({
      client_id: token.clientId,
      login: accountById(token.userId)?.login,
      scopes: token.scopes,
      user_id: token.userId,
      expires_in: Math.floor((token.expiresAt - clock.now()) / 1_000),
      ...changes,
    });
  });
}

function addRevoke(oauth: Hono, { tokens, subscriptions, hub }: Simulation): void {
  oauth.post('/revoke', async (context) => {
    const form = await formOf(context);
    const parameter = (name: string) => form.get(name) ?? context.req.query(name);
    const [clientId, value] = [parameter('client_id'), parameter('token')];
    if (!clientId) return oauthError(context, 400, 'missing client id');
    if (!value) return oauthError(context, 400, 'missing oauth token');
    if (!tokens.isKnownClient(clientId)) return oauthError(context, 404, 'client does not exist');
    if (tokens.find(value)?.clientId !== clientId) return oauthError(context, 400, 'Invalid token');
    tokens.remove(value);
    const orphans = subscriptions.enabled().filter(({ tokenValue }) => tokenValue === value);
    hub.revoke(orphans, 'authorization_revoked');
    return context.body(null, 200);
  });
}

/** The endpoints of id.twitch.tv/oauth2 that the implicit grant needs. */
export function oauthRoutes(simulation: Simulation): Hono {
  const oauth = new Hono();
  addAuthorize(oauth, simulation);
  addValidate(oauth, simulation);
  addRevoke(oauth, simulation);
  oauth.all('*', (context) => oauthError(context, 404, 'not found'));
  return oauth;
}

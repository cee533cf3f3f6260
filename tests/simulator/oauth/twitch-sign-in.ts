import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { ACCOUNTS, type Account } from '../world/people/accounts.ts';

/** The cookie with the login of the user who is signed in at Twitch itself. */
const SIGNED_IN = 'login';

/** Signs the browser in at Twitch itself. */
export function signInAtTwitch(context: Context, { login }: Account): void {
  setCookie(context, SIGNED_IN, login, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    // The user stays signed in at Twitch after the browser was closed.
    maxAge: 365 * 24 * 60 * 60,
  });
}

/** Returns the user who is signed in at Twitch itself. */
export function signedInAtTwitch(context: Context): Account | undefined {
  const login = getCookie(context, SIGNED_IN);
  return ACCOUNTS.find((account) => account.canSignIn && account.login === login);
}

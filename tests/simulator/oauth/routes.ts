import { Hono } from 'hono';
import { oauthError } from '../core/error-answers.ts';
import { type AuthorizeOptions, addAuthorize } from './authorize.ts';
import { addRevoke, type RevokeOptions } from './revoke.ts';
import { addValidate, type ValidateOptions } from './validate.ts';

/** Dependencies of oauthRoutes. */
export type OAuthOptions = AuthorizeOptions & RevokeOptions & ValidateOptions;

/** Creates the endpoints of id.twitch.tv/oauth2 that the implicit grant needs. */
export function oauthRoutes(options: OAuthOptions): Hono {
  const oauth = new Hono();
  addAuthorize(oauth, options);
  addValidate(oauth, options);
  addRevoke(oauth, options);
  oauth.all('*', (context) => oauthError(context, 404, 'not found'));
  return oauth;
}

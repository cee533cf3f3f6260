import type { Hono } from 'hono';
import { oauthError } from '../core/error-answers.ts';
import type { Hub } from '../eventsub/hub.ts';
import type { Subscriptions } from '../eventsub/subscriptions.ts';
import type { Tokens } from '../world/tokens.ts';
import { readForm } from './form.ts';

/** Dependencies of addRevoke. */
export interface RevokeOptions {
  hub: Pick<Hub, 'revoke'>;
  subscriptions: Pick<Subscriptions, 'enabled'>;
  tokens: Pick<Tokens, 'find' | 'isKnownClient' | 'remove'>;
}

/** Adds `/revoke`, which also ends the subscriptions of the token. */
export function addRevoke(oauth: Hono, { tokens, subscriptions, hub }: RevokeOptions): void {
  oauth.post('/revoke', async (context) => {
    const form = await readForm(context);
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

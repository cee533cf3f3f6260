import type { Hono } from 'hono';
import type { Clock } from '../core/clock.ts';
import { oauthError } from '../core/error-answers.ts';
import type { Faults } from '../core/faults.ts';
import type { Channels } from '../world/channels.ts';
import type { Tokens } from '../world/tokens.ts';

/** Dependencies of addValidate. */
export interface ValidateOptions {
  channels: Pick<Channels, 'byId'>;
  clock: Clock;
  faults: Pick<Faults, 'take'>;
  tokens: Pick<Tokens, 'find'>;
}

/** Adds `/validate`. See https://dev.twitch.tv/docs/authentication/validate-tokens/ */
export function addValidate(oauth: Hono, options: ValidateOptions): void {
  const { channels, clock, faults, tokens } = options;

  oauth.get('/validate', (context) => {
    const authorization = context.req.header('Authorization');
    if (!authorization) return oauthError(context, 401, 'missing authorization token');
    const { kind: _, times: __, status, ...changes } = faults.take('validate') ?? {};
    if (status !== undefined && status >= 400) return oauthError(context, status, '');
    const token = tokens.find(/^(?:OAuth|Bearer) (\S+)$/i.exec(authorization)?.[1] ?? '');
    if (!token) return oauthError(context, 401, 'invalid access token');
    return context.json({
      client_id: token.clientId,
      login: channels.byId(token.userId)?.owner.login,
      scopes: token.scopes,
      user_id: token.userId,
      expires_in: Math.floor((token.expiresAt - clock.now()) / 1_000),
      ...changes,
    });
  });
}

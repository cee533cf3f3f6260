import type { Context, MiddlewareHandler } from 'hono';
import { helixError } from '../core/error-answers.ts';
import type { Tokens } from '../world/tokens.ts';
import type { HelixEnvironment } from './app.ts';
import type { RateLimit } from './rate-limit.ts';

/** Dependencies of identifyCaller. */
export interface CallerOptions {
  tokens: Pick<Tokens, 'find'>;
  rateLimit: RateLimit;
}

/**
 * Accepts calls that have a valid token, the token's client id, and points left in the rate limit.
 */
export function identifyCaller({
  tokens,
  rateLimit,
}: CallerOptions): MiddlewareHandler<HelixEnvironment> {
  return async (context, next) => {
    const authorization = context.req.header('Authorization');
    const clientId = context.req.header('Client-Id');
    if (!authorization) return helixError(context, 401, 'OAuth token is missing');
    const token = tokens.find(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
    if (!token) return helixError(context, 401, 'Invalid OAuth token');
    if (!clientId) return helixError(context, 401, 'Client ID is missing');
    if (clientId !== token.clientId) {
      return helixError(context, 401, 'Client ID and OAuth token do not match');
    }
    const { isAllowed, headers } = rateLimit.take(`${token.clientId} ${token.userId}`);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (!isAllowed) return helixError(context, 429, 'Too Many Requests');
    context.set('token', token);
    return next();
  };
}

/** The requirements of an endpoint that returns a user's own data. */
export interface OwnData {
  /** The parameter with the id of the user whose data is requested. */
  parameter: 'user_id' | 'broadcaster_id';
  /** The token needs at least one of them. */
  scopes: readonly string[];
}

/** Returns the refusal of a call without the scope or for the data of another user. */
export function ownDataRefusal(
  context: Context<HelixEnvironment>,
  { parameter, scopes }: OwnData,
): Response | undefined {
  const { token } = context.var;
  const id = context.req.query(parameter);
  if (id === undefined) {
    return helixError(context, 400, `Missing required parameter "${parameter}"`);
  }
  if (!scopes.some((scope) => token.scopes.includes(scope))) {
    return helixError(context, 401, `Missing scope: ${scopes.join(' or ')}`);
  }
  if (id === token.userId) return undefined;
  const message = `The ID in ${parameter} must match the user ID in the OAuth token`;
  return helixError(context, 401, message);
}

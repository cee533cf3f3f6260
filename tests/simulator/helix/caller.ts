import type { Context, MiddlewareHandler } from 'hono';
import { helixError } from '../http/answers.ts';
import type { Simulation } from '../simulation.ts';
import type { Token } from '../world/tokens.ts';

/** What every Helix endpoint finds in its context. */
export interface HelixEnvironment {
  Variables: { token: Token };
}

/** Lets a call pass with a valid token and the client id it was made for, at the agreed rate. */
export function identifyCaller(simulation: Simulation): MiddlewareHandler<HelixEnvironment> {
  const { tokens, rateLimit } = simulation;
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

/** What a call must come with to be answered with somebody's own data. */
export interface OwnData {
  /** The parameter that names whose data is asked for. */
  parameter: 'user_id' | 'broadcaster_id';
  /** Any one of them will do. */
  scopes: readonly string[];
}

/** Refuses a call that lacks the scope, or that asks for another user's data than the token's. */
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

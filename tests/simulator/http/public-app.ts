import { setTimeout as wait } from 'node:timers/promises';
import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { helixError, oauthError } from '../core/error-answers.ts';
import { covers, type Faults } from '../core/faults.ts';
import type { Traffic } from '../core/traffic.ts';
import type { HelixApp } from '../helix/app.ts';

/** Dependencies of createPublicApp. */
export interface PublicAppOptions {
  faults: Pick<Faults, 'take'>;
  traffic: Pick<Traffic, 'countRequest' | 'countToken'>;
  /** Aborted when the simulator closes; ends the delayed requests. */
  shutdown: AbortSignal;
  helix: HelixApp;
  oauth: Hono;
  pages: Hono;
}

/**
 * The request headers that Twitch's preflight allows; a browser rejects requests with others. See
 * https://github.com/twitchdev/issues/issues/656
 */
const ALLOWED_HEADERS = [
  'Accept',
  'Authorization',
  'Client-ID',
  'Content-Type',
  'Twitch-Api-Token',
];

function countRequests({ traffic }: PublicAppOptions): MiddlewareHandler {
  return async ({ req }, next) => {
    // Preflights come from the browser, requests to /_page/ from the simulator's own pages.
    const isPreflight = req.method === 'OPTIONS';
    if (!isPreflight && !req.path.startsWith('/_page/')) traffic.countRequest(req.method, req.path);
    const [, token] = /^(?:OAuth|Bearer) (\S+)$/i.exec(req.header('Authorization') ?? '') ?? [];
    if (token !== undefined) traffic.countToken(token);
    await next();
  };
}

function delayRequests({ faults, shutdown }: PublicAppOptions): MiddlewareHandler {
  return async ({ req }, next) => {
    const delay = faults.take('delay', ({ path }) => path === undefined || covers(path, req.path));
    if (delay) await wait(delay.ms, undefined, { signal: shutdown });
    await next();
  };
}

function failRequests({ faults }: PublicAppOptions): MiddlewareHandler {
  return async (context, next) => {
    const { path } = context.req;
    const fault = faults.take('http', (candidate) => covers(candidate.path, path));
    if (!fault) return next();
    for (const [name, value] of Object.entries(fault.headers ?? {})) context.header(name, value);
    const answer = path.startsWith('/helix/') ? helixError : oauthError;
    return answer(context, fault.status, fault.message ?? '');
  };
}

/** Creates one application for all hosts of Twitch; the hosts have no path in common. */
export function createPublicApp(options: PublicAppOptions): Hono {
  const app = new Hono();
  app.use(countRequests(options));
  const allowMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  app.use('/helix/*', cors({ origin: '*', allowMethods, allowHeaders: ALLOWED_HEADERS }));
  app.use('/oauth2/*', cors({ origin: '*', allowMethods, allowHeaders: ALLOWED_HEADERS }));
  app.use(delayRequests(options));
  app.use(failRequests(options));
  app.route('/helix', options.helix);
  app.route('/oauth2', options.oauth);
  app.route('/', options.pages);
  app.notFound((context) => context.text('404 Not Found', 404));
  return app;
}

import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { coversPath } from '../core/faults.ts';
import { helixRoutes } from '../helix/routes.ts';
import { oauthRoutes } from '../oauth/routes.ts';
import { pageRoutes } from '../page/routes.ts';
import type { Simulation } from '../simulation.ts';
import { hashToken } from '../world/tokens.ts';
import { helixError, oauthError } from './answers.ts';

/** The request headers Twitch's preflight allows; others make a browser give up. */
const ALLOWED_HEADERS = [
  'Accept',
  'Authorization',
  'Client-ID',
  'Content-Type',
  'Twitch-Api-Token',
];

/** Everything Twitch serves over HTTP. The hosts share no path, so one application serves them all. */
export function createPublicApp(simulation: Simulation): Hono {
  const app = new Hono();
  const { faults, traffic, shutdown } = simulation;

  app.use(async ({ req }, next) => {
    // Preflights and the page's own requests are not what a client asks Twitch for.
    const isPreflight = req.method === 'OPTIONS';
    if (!isPreflight && !req.path.startsWith('/_page/')) traffic.countRequest(req.method, req.path);
    const [, token] = /^(?:OAuth|Bearer) (\S+)$/i.exec(req.header('Authorization') ?? '') ?? [];
    if (token !== undefined) traffic.countToken(hashToken(token));
    await next();
  });
  const allowMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  app.use('/helix/*', cors({ origin: '*', allowMethods, allowHeaders: ALLOWED_HEADERS }));
  app.use('/oauth2/*', cors({ origin: '*', allowMethods, allowHeaders: ALLOWED_HEADERS }));

  app.use(async ({ req }, next) => {
    const delay = faults.take(
      'delay',
      ({ path }) => path === undefined || coversPath(path, req.path),
    );
    if (delay) await wait(delay.ms, undefined, { signal: shutdown });
    await next();
  });
  app.use(async (context, next) => {
    const { path } = context.req;
    const fault = faults.take('http', (candidate) => coversPath(candidate.path, path));
    if (!fault) return next();
    for (const [name, value] of Object.entries(fault.headers ?? {})) context.header(name, value);
    const answer = path.startsWith('/helix/') ? helixError : oauthError;
    return answer(context, fault.status, fault.message ?? '');
  });

  app.route('/helix', helixRoutes(simulation));
  app.route('/oauth2', oauthRoutes(simulation));
  app.route('/', pageRoutes(simulation));
  app.notFound((context) => context.text('404 Not Found', 404));
  return app;
}

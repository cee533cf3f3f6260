import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** An error as Helix answers it. */
export function helixError(context: Context, status: number, message: string): Response {
  // Faults may ask for any status: Hono's own list is narrower than HTTP.
  const code = status as ContentfulStatusCode;
  return context.json({ error: NAMES[status] ?? 'Error', status, message }, code);
}

/** An error as id.twitch.tv answers it. */
export function oauthError(context: Context, status: number, message: string): Response {
  // Faults may ask for any status: Hono's own list is narrower than HTTP.
  return context.json({ status, message }, status as ContentfulStatusCode);
}

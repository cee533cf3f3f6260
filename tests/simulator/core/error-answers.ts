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

/** Returns an error in Helix's form; some errors have more fields. */
export function helixError(
  context: Context,
  status: number,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  // A fault may set any status; Hono's list of statuses is shorter than HTTP's.
  const code = status as ContentfulStatusCode;
  return context.json({ error: NAMES[status] ?? 'Error', status, message, ...more }, code);
}

/** Returns an error in the form of id.twitch.tv. */
export function oauthError(context: Context, status: number, message: string): Response {
  // A fault may set any status; Hono's list of statuses is shorter than HTTP's.
  return context.json({ status, message }, status as ContentfulStatusCode);
}

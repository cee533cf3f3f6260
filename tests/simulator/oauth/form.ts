import type { Context } from 'hono';

/** Reads a form that was sent as the request body. */
export async function readForm(context: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await context.req.text());
}

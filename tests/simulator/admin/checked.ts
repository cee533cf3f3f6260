import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { explain } from './schemas.ts';

/** A handler that receives a validated body. */
type Handler<T> = (body: T, context: Context) => Response;

/** Creates a handler that validates the body and answers 400 with the errors of a wrong one. */
export function checked<T>(schema: z.ZodMiniType<T>, handle: Handler<T>) {
  return async (context: Context): Promise<Response> => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const parsed = schema.safeParse(body);
    if (!parsed.success) return context.json({ error: explain(parsed.error) }, 400);
    return handle(parsed.data, context);
  };
}

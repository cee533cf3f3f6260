import type { Hono } from 'hono';
import type { Token } from '../world/tokens.ts';

/** The values that every Helix endpoint finds in its context. */
export interface HelixEnvironment {
  Variables: { token: Token };
}

export type HelixApp = Hono<HelixEnvironment>;

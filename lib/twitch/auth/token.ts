import * as z from 'zod/mini';
import { ProblemError } from '@/lib/domain/problem';
import { HOUR, SECOND } from '@/lib/time';
import { ID_HOST } from './id-host';

/**
 * The interval between two validations. Twitch requires one at every start and every hour:
 * https://dev.twitch.tv/docs/authentication/validate-tokens/
 */
export const VALIDATE_EVERY_MS = HOUR;

const TIMEOUT_MS = 10 * SECOND;

const validationSchema = z.object({
  client_id: z.string(),
  user_id: z.string(),
  login: z.string(),
  // Twitch sends null for a token without scopes: https://github.com/twitchdev/issues/issues/1037
  scopes: z.nullish(z.array(z.string())),
  expires_in: z.nullish(z.number()),
});

/** Twitch's answer about a valid token. */
export interface Validation {
  clientId: string;
  userId: string;
  login: string;
  scopes: string[];
  /** Milliseconds from now; `null` for a token that never expires, as old clients have. */
  expiresInMs: number | null;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    // A redirect would send the token to another server.
    return await fetch(`${ID_HOST}/${path}`, { ...init, redirect: 'error', signal });
  } catch (cause) {
    throw new ProblemError('offline', { cause });
  }
}

/**
 * Asks Twitch if a token is valid. Throws a `ProblemError`: `signed_out_by_twitch` only if Twitch
 * answers 401, otherwise `offline` or `twitch_down`.
 */
export async function validateToken(token: string): Promise<Validation> {
  const response = await send('validate', { headers: { Authorization: `OAuth ${token}` } });
  if (response.status === 401) throw new ProblemError('signed_out_by_twitch');
  if (!response.ok) throw new ProblemError('twitch_down', { message: `${response.status}` });
  const parsed = z.safeParse(validationSchema, await response.json().catch(() => null));
  if (!parsed.success) throw new ProblemError('twitch_down', { cause: parsed.error });
  const { client_id: clientId, user_id: userId, login, scopes, expires_in: seconds } = parsed.data;
  return {
    clientId,
    userId,
    login,
    scopes: scopes ?? [],
    expiresInMs: seconds ? seconds * SECOND : null,
  };
}

/**
 * Revokes a token. Throws a `ProblemError` if Twitch cannot be reached or has an error.
 * See https://dev.twitch.tv/docs/authentication/revoke-tokens/
 */
export async function revokeToken(clientId: string, token: string): Promise<void> {
  // In the body, because a URL with the token would end up in logs.
  const body = new URLSearchParams({ client_id: clientId, token });
  const response = await send('revoke', { method: 'POST', body });
  if (response.status >= 500) throw new ProblemError('twitch_down');
}

/** Returns true if Twitch's server for sign-in answers. */
export async function isTwitchReachable(): Promise<boolean> {
  try {
    await send('validate', {});
    return true;
  } catch {
    return false;
  }
}

import * as z from 'zod/mini';
import { MODERATION_SCOPES, type ScopeSet } from '@/lib/domain/access/scopes';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';
import { ProblemError } from '@/lib/domain/problem';
import { MINUTE, SECOND } from '@/lib/time';

const ID_HOST = 'https://id.twitch.tv/oauth2';
const TIMEOUT_MS = 10 * SECOND;

const VIEWER_SCOPES = ['user:read:chat', 'user:read:follows'];

const MODERATOR_SCOPES = [
  'user:read:moderated_channels',
  'moderator:read:followers',
  'moderator:read:shoutouts',
];

const STREAMER_SCOPES = [
  'bits:read',
  'channel:read:ads',
  'channel:read:charity',
  'channel:read:goals',
  'channel:read:hype_train',
  'channel:read:polls',
  'channel:read:predictions',
  'channel:read:redemptions',
  'channel:read:subscriptions',
];

/** What is asked for beyond what a plain viewer needs: to read chat, and whom the viewer follows. */
const MORE_SCOPES: Readonly<Record<ScopeSet, readonly string[]>> = {
  viewer: [],
  /** What moderators can be told of the channels they moderate. */
  moderator: MODERATOR_SCOPES,
  /** What streamers can be told of their own channel. */
  streamer: [...MODERATOR_SCOPES, ...STREAMER_SCOPES],
  moderation: MODERATION_SCOPES,
  redemptions: ['channel:read:redemptions'],
};

/** What a list of scopes is made from. */
export interface ScopesFor {
  rights: ScopeSet;
  /** What the token before had: a token carries only the scopes of its own request. */
  granted: readonly string[];
  recording: RecordingOptions;
}

/**
 * The complete list of scopes to ask for. Those of moderation are never in it while moderation is not
 * recorded, whatever was granted before.
 */
export function scopesFor({ rights, granted, recording }: ScopesFor): string[] {
  const scopes = new Set([...VIEWER_SCOPES, ...MORE_SCOPES[rights], ...granted]);
  if (!recording.moderation) for (const scope of MODERATION_SCOPES) scopes.delete(scope);
  return [...scopes];
}

/** What a sign-in page is opened for. */
export interface AuthorizeRequest {
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
  /** Random, and compared on return, so that nobody else's answer is taken. */
  state: string;
}

/** The address of Twitch's sign-in page for an implicit grant. */
export function authorizeUrl({ clientId, redirectUri, scopes, state }: AuthorizeRequest): string {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'token',
    scope: scopes.join(' '),
    state,
  });
  return `${ID_HOST}/authorize?${query}`;
}

/**
 * Reads the token out of the address Twitch redirected to: success is in the fragment, an error in
 * the query. Throws a `ProblemError` for an error, and for an answer whose state is not `state`.
 */
export function readRedirect(url: string, state: string): string {
  const { hash, searchParams } = new URL(url);
  const fragment = new URLSearchParams(hash.slice(1));
  const field = (name: string) => fragment.get(name) ?? searchParams.get(name);
  const error = field('error');
  // Twitch returns no state with a redirect mismatch, so that one is read first.
  if (error === 'redirect_mismatch') throw new ProblemError('redirect_mismatch');
  if (field('state') !== state) throw new ProblemError('state_mismatch');
  if (error !== null) {
    throw new ProblemError(error === 'access_denied' ? 'denied' : 'unknown', { message: error });
  }
  const token = fragment.get('access_token');
  if (token === null || token === '') throw new ProblemError('unknown', { message: 'no token' });
  return token;
}

const validationSchema = z.object({
  client_id: z.string(),
  user_id: z.string(),
  login: z.string(),
  // Twitch says null for a token without scopes.
  scopes: z.nullish(z.array(z.string())),
  expires_in: z.nullish(z.number()),
});

/** What Twitch says of a token. */
export interface Validation {
  clientId: string;
  userId: string;
  login: string;
  scopes: string[];
  /** Milliseconds from now; `null` for a token that never expires, as old clients' are. */
  expiresInMs: number | null;
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    // What is sent here bears the token, and must not be sent on to anybody else.
    return await fetch(`${ID_HOST}/${path}`, { ...init, redirect: 'error', signal });
  } catch (cause) {
    throw new ProblemError('offline', { cause });
  }
}

/**
 * Asks Twitch whether a token is good, as is due at every start and every hour. Throws a
 * `ProblemError`: `signed_out_by_twitch` only for Twitch's own 401, else `offline` or `twitch_down`.
 */
export async function validateToken(token: string): Promise<Validation> {
  const response = await ask('validate', { headers: { Authorization: `OAuth ${token}` } });
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

/** Takes a token back. Throws a `ProblemError` when Twitch can't be asked. */
export async function revokeToken(clientId: string, token: string): Promise<void> {
  // In the body: an address with a token in it would end up in logs.
  const body = new URLSearchParams({ client_id: clientId, token });
  const response = await ask('revoke', { method: 'POST', body });
  if (response.status >= 500) throw new ProblemError('twitch_down');
}

/** Whether Twitch's sign-in host answers at all. */
export async function isTwitchReachable(): Promise<boolean> {
  try {
    await ask('validate', {});
    return true;
  } catch {
    return false;
  }
}

/** How long a token is trusted between two validations, as Twitch asks for. */
export const VALIDATE_EVERY_MS = 60 * MINUTE;

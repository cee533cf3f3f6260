import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';

/** A valid or expired access token. */
export interface Token {
  value: string;
  clientId: string;
  userId: string;
  scopes: readonly string[];
  expiresAt: number;
}

/** The scopes that a user allows a client. */
export type Grant = Pick<Token, 'clientId' | 'userId' | 'scopes'>;

export interface Tokens {
  issue(grant: Grant): Token;
  /** Returns undefined for a token that is unknown, revoked or expired. */
  find(value: string): Token | undefined;
  remove(value: string): void;
  /** Makes all tokens, or those of one user, expire after that many milliseconds. */
  expire(userId: string | undefined, afterMs: number): void;
  /** Deletes the tokens and the grants of all users, or of one user. */
  disconnect(userId?: string): void;
  /** Returns true if the user has allowed the client all these scopes, in one or more grants. */
  hasAllowed(grant: Grant): boolean;
  /** Returns true while the user has a valid token for the client. */
  hasAuthorized(clientId: string, userId: string): boolean;
  isKnownClient(clientId: string): boolean;
  valid(): Token[];
}

/**
 * About 64 days, from the sample in Twitch's documentation:
 * https://dev.twitch.tv/docs/authentication/validate-tokens/
 */
const LIFETIME_MS = 5_520_838 * 1_000;

interface TokensOptions {
  clock: Clock;
  random: Random;
  /** Tokens that an earlier simulator has issued. */
  issued: readonly Token[];
}

export function createTokens({ clock, random, issued }: TokensOptions): Tokens {
  const tokens = new Map<string, Token>();
  const clients = new Set<string>();
  /** Allowed scopes by user and client. A grant outlives its tokens. */
  const allowed = new Map<string, Map<string, Set<string>>>();
  const isValid = (token: Token) => token.expiresAt > clock.now();
  const valid = () => [...tokens.values()].filter(isValid);
  const affects = (userId: string | undefined, ownerId: string) =>
    userId === undefined || userId === ownerId;

  function allow({ clientId, userId, scopes }: Grant) {
    const byClient = allowed.get(userId) ?? new Map<string, Set<string>>();
    allowed.set(userId, byClient);
    byClient.set(clientId, new Set([...(byClient.get(clientId) ?? []), ...scopes]));
  }

  function add(token: Token): Token {
    tokens.set(token.value, token);
    clients.add(token.clientId);
    allow(token);
    return token;
  }

  for (const token of issued) add({ ...token });

  return {
    issue: (grant) =>
      add({ ...grant, value: random.opaque(30), expiresAt: clock.now() + LIFETIME_MS }),
    find(value) {
      const token = tokens.get(value);
      return token && isValid(token) ? token : undefined;
    },
    remove: (value) => void tokens.delete(value),
    expire(userId, afterMs) {
      for (const token of valid()) {
        if (affects(userId, token.userId)) token.expiresAt = clock.now() + afterMs;
      }
    },
    disconnect(userId) {
      for (const token of valid()) if (affects(userId, token.userId)) tokens.delete(token.value);
      for (const ownerId of allowed.keys()) if (affects(userId, ownerId)) allowed.delete(ownerId);
    },
    hasAllowed({ clientId, userId, scopes }) {
      const granted = allowed.get(userId)?.get(clientId);
      return granted !== undefined && scopes.every((scope) => granted.has(scope));
    },
    hasAuthorized: (clientId, userId) =>
      valid().some((token) => token.clientId === clientId && token.userId === userId),
    isKnownClient: (clientId) => clients.has(clientId),
    valid,
  };
}

import { createHash } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Random } from '../core/random.ts';

/** What an access token is bound to. */
export interface Token {
  value: string;
  clientId: string;
  userId: string;
  scopes: readonly string[];
  expiresAt: number;
}

export interface Tokens {
  issue(grant: Pick<Token, 'clientId' | 'userId' | 'scopes'>): Token;
  /** The token, unless it is unknown, revoked or expired. */
  find(value: string): Token | undefined;
  remove(value: string): void;
  /** Ends the lifetime of all tokens, or of those of one user, after so many milliseconds. */
  expire(userId: string | undefined, afterMs: number): void;
  /** Everybody, or one user, takes back what they have allowed; their tokens end with it. */
  disconnect(userId?: string): void;
  /** True if the user has allowed the client all these scopes, in one go or in several. */
  hasAllowed(grant: Pick<Token, 'clientId' | 'userId' | 'scopes'>): boolean;
  /** True while the user has a valid token for the client. */
  hasAuthorised(clientId: string, userId: string): boolean;
  isKnownClient(clientId: string): boolean;
  valid(): Token[];
}

/** Twitch's own sample for an implicit token, about 64 days. */
const LIFETIME_MS = 5_520_838 * 1_000;

export function createTokens({ clock, random }: { clock: Clock; random: Random }): Tokens {
  const tokens = new Map<string, Token>();
  const clients = new Set<string>();
  /** Allowed scopes by user and client. What was once allowed outlives every token. */
  const allowed = new Map<string, Map<string, Set<string>>>();
  const isValid = (token: Token) => token.expiresAt > clock.now();
  const valid = () => [...tokens.values()].filter(isValid);
  const affects = (userId: string | undefined, other: string) =>
    userId === undefined || userId === other;

  function allow({ clientId, userId, scopes }: Pick<Token, 'clientId' | 'userId' | 'scopes'>) {
    const byClient = allowed.get(userId) ?? new Map<string, Set<string>>();
    allowed.set(userId, byClient);
    byClient.set(clientId, new Set([...(byClient.get(clientId) ?? []), ...scopes]));
  }

  return {
    issue(grant) {
      const token = { ...grant, value: random.opaque(30), expiresAt: clock.now() + LIFETIME_MS };
      tokens.set(token.value, token);
      clients.add(grant.clientId);
      allow(grant);
      return token;
    },
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
      for (const other of allowed.keys()) if (affects(userId, other)) allowed.delete(other);
    },
    hasAllowed({ clientId, userId, scopes }) {
      const granted = allowed.get(userId)?.get(clientId);
      return granted !== undefined && scopes.every((scope) => granted.has(scope));
    },
    hasAuthorised: (clientId, userId) =>
      valid().some((token) => token.clientId === clientId && token.userId === userId),
    isKnownClient: (clientId) => clients.has(clientId),
    valid,
  };
}

/** How a token may be shown: recognisable, but of no use. */
export function hashToken(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';

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
  /** Ends the lifetime of all tokens, or of those of one user. */
  expire(userId?: string): void;
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
  const isValid = (token: Token) => token.expiresAt > clock.now();
  const valid = () => [...tokens.values()].filter(isValid);

  return {
    issue(grant) {
      const token = { ...grant, value: random.opaque(30), expiresAt: clock.now() + LIFETIME_MS };
      tokens.set(token.value, token);
      clients.add(grant.clientId);
      return token;
    },
    find(value) {
      const token = tokens.get(value);
      return token && isValid(token) ? token : undefined;
    },
    remove: (value) => void tokens.delete(value),
    expire(userId) {
      for (const token of valid()) {
        if (userId === undefined || token.userId === userId) token.expiresAt = clock.now();
      }
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

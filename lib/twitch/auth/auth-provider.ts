import type { AccessTokenWithUserId, AuthProvider } from '@twurple/auth';

/** A token with its user, client and scopes. */
export interface Credentials {
  readonly userId: string;
  readonly clientId: string;
  /** Read at each request: a token may be replaced by another one of the same user and client. */
  readonly token: string;
  readonly scopes: readonly string[];
}

/**
 * Creates a provider that always returns the given token. Twurple's static provider validates the
 * token before each call, and fails for a token without scopes. In this project the token is
 * validated at the start and every hour instead.
 */
export function createAuthProvider(credentials: Credentials): AuthProvider {
  const { userId, clientId } = credentials;
  const accessToken = (): AccessTokenWithUserId => ({
    accessToken: credentials.token,
    refreshToken: null,
    scope: [...credentials.scopes],
    expiresIn: null,
    obtainmentTimestamp: 0,
    userId,
  });
  return {
    clientId,
    getCurrentScopesForUser: () => [...credentials.scopes],
    getAccessTokenForUser: async () => accessToken(),
    getAnyAccessToken: async () => accessToken(),
  };
}

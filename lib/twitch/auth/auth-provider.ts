import type { AccessTokenWithUserId, AuthProvider } from '@twurple/auth';

/** A token with its user, client and scopes. */
export interface Credentials {
  userId: string;
  clientId: string;
  token: string;
  scopes: readonly string[];
}

/**
 * Creates a provider that always returns the given token. Twurple's static provider validates the
 * token before each call, and fails for a token without scopes. In this project the token is
 * validated at the start and every hour instead.
 */
export function createAuthProvider({ userId, clientId, token, scopes }: Credentials): AuthProvider {
  const accessToken: AccessTokenWithUserId = {
    accessToken: token,
    refreshToken: null,
    scope: [...scopes],
    expiresIn: null,
    obtainmentTimestamp: 0,
    userId,
  };
  return {
    clientId,
    getCurrentScopesForUser: () => [...scopes],
    getAccessTokenForUser: async () => accessToken,
    getAnyAccessToken: async () => accessToken,
  };
}

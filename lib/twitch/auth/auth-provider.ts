import type { AccessTokenWithUserId, AuthProvider } from '@twurple/auth';

/** What a call to Twitch is made with. */
export interface Credentials {
  userId: string;
  clientId: string;
  token: string;
  scopes: readonly string[];
}

/**
 * Hands Twurple the one token there is. Twurple's own static provider validates before every call
 * and breaks on a token without scopes; validation is this project's hourly duty instead.
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

import { ApiClient } from '@twurple/api';
import { callTwitchApi, HttpStatusCodeError } from '@twurple/api-call';
import { SECOND } from '@/lib/time';
import { type Credentials, createAuthProvider } from '../auth/auth-provider';

declare module '@twurple/api-call' {
  // Twurple leaves the options of `fetch` to its users, because they depend on the platform.
  interface TwitchApiCallFetchOptions extends Omit<RequestInit, 'headers' | 'method' | 'body'> {}
}

const TIMEOUT_MS = 10 * SECOND;

/**
 * Creates Twurple's client with another way to send requests. Twurple's own way needs the rate
 * limit headers, which the browser hides if the user withholds the host permission
 * (https://github.com/twitchdev/issues/issues/499). Without them it leaves parallel calls
 * unanswered and repeats a 429 without a delay. Here every call ends, and is repeated once after a
 * 5xx. The caller decides when to try again.
 */
export function createHelixClient(credentials: Credentials): ApiClient {
  const client = new ApiClient({ authProvider: createAuthProvider(credentials) });
  client.callApi = async <Body>(options: Parameters<ApiClient['callApi']>[0]) => {
    const call = async () =>
      await callTwitchApi<Body>(options, credentials.clientId, credentials.token, undefined, {
        // A redirect would send the token to another server.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof HttpStatusCodeError) || error.statusCode < 500) throw error;
      return await call();
    }
  };
  return client;
}

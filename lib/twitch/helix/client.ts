import {
  type ApiClient,
  HelixChannelApi,
  HelixEventSubApi,
  HelixModerationApi,
  HelixPollApi,
  HelixPredictionApi,
  HelixSearchApi,
  HelixStreamApi,
  HelixUserApi,
  HelixVideoApi,
} from '@twurple/api';
import { callTwitchApi, HttpStatusCodeError } from '@twurple/api-call';
import { SECOND } from '@/lib/time';
import type { Credentials } from '../auth/credentials';

declare module '@twurple/api-call' {
  // Twurple leaves the options of `fetch` to its users, because they depend on the platform.
  interface TwitchApiCallFetchOptions extends Omit<RequestInit, 'headers' | 'method' | 'body'> {}
}

const TIMEOUT_MS = 10 * SECOND;

type CallOptions = Parameters<ApiClient['callApi']>[0];

/** The APIs of Twurple's client that this project calls. */
export type HelixClient = ReturnType<typeof createHelixClient>;

/** What Twurple's APIs use of the client that they belong to. */
interface Caller extends Pick<ApiClient, 'callApi'> {
  _getUserIdFromRequestContext(userId: string): string;
}

/**
 * Creates a client of some of Twurple's APIs. Twurple's own client contains all of them, and needs the
 * rate limit headers, which the browser hides if the user withholds the host permission
 * (https://github.com/twitchdev/issues/issues/499). Without them it leaves parallel calls unanswered
 * and repeats a 429 without a delay. Here every call ends, and is repeated once after a 5xx. The
 * caller decides when to try again.
 */
export function createHelixClient(credentials: Credentials) {
  const caller: Caller = {
    callApi: async <Body>(options: CallOptions) => await call<Body>(options, credentials),
    _getUserIdFromRequestContext: (userId) => userId,
  };
  return {
    callApi: caller.callApi,
    channels: create(HelixChannelApi, caller),
    eventSub: create(HelixEventSubApi, caller),
    moderation: create(HelixModerationApi, caller),
    polls: create(HelixPollApi, caller),
    predictions: create(HelixPredictionApi, caller),
    search: create(HelixSearchApi, caller),
    streams: create(HelixStreamApi, caller),
    users: create(HelixUserApi, caller),
    videos: create(HelixVideoApi, caller),
  };
}

/** Twurple hides the parameter of these constructors from its types, not from its callers. */
function create<Api>(HelixApi: new (caller: Caller) => Api, caller: Caller): Api {
  return new HelixApi(caller);
}

async function call<Body>(options: CallOptions, credentials: Credentials): Promise<Body> {
  const request = async () =>
    await callTwitchApi<Body>(options, credentials.clientId, credentials.token, undefined, {
      // A redirect would send the token to another server.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof HttpStatusCodeError) || error.statusCode < 500) throw error;
    return await request();
  }
}

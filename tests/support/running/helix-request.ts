import { createTwitchApi, type TwitchApi } from '@/lib/twitch/helix/api';
import type { HelixError } from '@/lib/twitch/helix/helix-error';
import { fakeFetch, json } from '../fakes/fake-fetch';

/** The rate limit headers that Helix sends with every response. */
export const RATE_LIMIT_HEADERS = {
  'Ratelimit-Limit': '800',
  'Ratelimit-Remaining': '799',
  'Ratelimit-Reset': '1',
};

/** Creates the real client of Helix with the credentials of a viewer. */
export function aTwitchApi(): TwitchApi {
  return createTwitchApi({
    userId: '200',
    clientId: 'c1',
    token: 't0k3n',
  });
}

/** Returns a response of Helix with one page, which is also the last. */
export function helixResponse(data: unknown[], status = 200): Response {
  return json({ data, pagination: {} }, status, RATE_LIMIT_HEADERS);
}

/** Makes a call that Helix answers with `data`. Returns its result and the last request. */
export async function callHelix<Value>(
  call: (api: TwitchApi) => Promise<Value>,
  data: unknown[],
  status = 200,
) {
  const network = fakeFetch(() => helixResponse(data, status));
  return { value: await call(aTwitchApi()), last: network.last };
}

/** Returns the error of a call that has to fail. */
export async function errorOf(call: Promise<unknown>): Promise<HelixError> {
  return await call.then(
    () => {
      throw new Error('The call succeeded.');
    },
    (error) => error,
  );
}

import { createTwitchApi, type TwitchApi } from '@/lib/twitch/helix/api';
import type { HelixError } from '@/lib/twitch/helix/helix-error';
import { fakeFetch, json } from './fake-fetch';

/** What Helix says of its rate limit with every answer. */
export const RATE = {
  'Ratelimit-Limit': '800',
  'Ratelimit-Remaining': '799',
  'Ratelimit-Reset': '1',
};

/** Our client of Helix, with credentials of a viewer. */
export function aTwitchApi(): TwitchApi {
  return createTwitchApi({
    userId: '200',
    clientId: 'c1',
    token: 't0k3n',
    scopes: ['user:read:chat'],
  });
}

/** An answer of Helix: one page, and the last. */
export function helix(data: unknown[], status = 200): Response {
  return json({ data, pagination: {} }, status, RATE);
}

/** Asks Helix, which answers with `data`; gives what was made of it and what was sent last. */
export async function asked<Value>(
  run: (twitch: TwitchApi) => Promise<Value>,
  data: unknown[],
  status = 200,
) {
  const network = fakeFetch(() => helix(data, status));
  return { value: await run(aTwitchApi()), last: network.last };
}

/** The error a call ended with. */
export async function failure(call: Promise<unknown>): Promise<HelixError> {
  return await call.then(
    () => {
      throw new Error('It worked.');
    },
    (error) => error,
  );
}

import { expect, it } from 'vitest';
import { fakeFetch, json } from '@/tests/support/fakes/fake-fetch';
import { createTwitchApi } from './api';

const channel = (id: number) => ({
  broadcaster_id: `${id}`,
  broadcaster_login: `login_${id}`,
  broadcaster_name: `Login_${id}`,
});

it('returns the ids on all pages', async () => {
  const network = fakeFetch(({ url }) =>
    url.searchParams.has('after')
      ? json({ data: [channel(3)], pagination: {} })
      : json({ data: [channel(1), channel(2)], pagination: { cursor: 'next' } }),
  );
  const api = createTwitchApi({ userId: '200', clientId: 'c1', token: 't' });
  expect(await api.moderatedChannels()).toEqual(['1', '2', '3']);
  expect(network.requests.map(({ url }) => url.pathname + url.search)).toEqual([
    '/helix/moderation/channels?user_id=200&first=100',
    '/helix/moderation/channels?user_id=200&after=next&first=100',
  ]);
});

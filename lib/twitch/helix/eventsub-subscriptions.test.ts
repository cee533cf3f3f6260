import { expect, it } from 'vitest';
import { fakeFetch } from '@/tests/support/fakes/fake-fetch';
import { aTwitchApi, callHelix, RATE_LIMIT_HEADERS } from '@/tests/support/running/helix-request';

const condition = { broadcaster_user_id: '100' };

function existing(id: string, transport: object) {
  return {
    id,
    status: 'enabled',
    type: 'stream.online',
    version: '1',
    condition,
    created_at: '2026-10-01T18:00:00Z',
    transport,
    cost: 1,
  };
}

it('createSubscription creates a subscription for a session', async () => {
  const { value, last } = await callHelix(
    (api) => api.createSubscription({ type: 'stream.online', version: '1', condition }, 's1'),
    [existing('f1', { method: 'websocket', session_id: 's1' })],
    202,
  );
  expect(value).toBe('f1');
  expect(last.method).toBe('POST');
  expect(JSON.parse(last.body)).toEqual({
    type: 'stream.online',
    version: '1',
    condition,
    transport: { method: 'websocket', session_id: 's1' },
  });
});

it('deleteSubscription deletes by id', async () => {
  const network = fakeFetch(() => new Response(null, { status: 204, headers: RATE_LIMIT_HEADERS }));
  await aTwitchApi().deleteSubscription('f1');
  expect(network.last.method).toBe('DELETE');
  expect(network.last.url.search).toBe('?id=f1');
});

it('subscriptionsOfType returns each subscription with its session', async () => {
  const { value, last } = await callHelix(
    (api) => api.subscriptionsOfType('stream.online'),
    [
      existing('f1', { method: 'websocket', session_id: 's1' }),
      existing('f2', { method: 'webhook' }),
    ],
  );
  expect(last.url.searchParams.get('type')).toBe('stream.online');
  expect(value).toMatchObject([
    { id: 'f1', condition, sessionId: 's1' },
    { id: 'f2', condition, sessionId: null },
  ]);
});

it('subscription returns the subscription with an id', async () => {
  const { value, last } = await callHelix(
    (api) => api.subscription('f1'),
    [existing('f1', { method: 'websocket', session_id: 's1' })],
  );
  expect(last.url.search).toBe('?subscription_id=f1');
  expect(value).toMatchObject({ id: 'f1', condition, sessionId: 's1' });
});

it.each([[[]], [[existing('f2', { method: 'webhook' })]]])(
  'subscription returns null if Twitch does not list the id: %#',
  async (data) => {
    expect((await callHelix((api) => api.subscription('f1'), data)).value).toBeNull();
  },
);

// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { createRateLimit } from './rate-limit.ts';

const SCOPES = 'user:read:chat user:read:follows user:read:moderated_channels';

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness();
  api = await twitch.signIn({ scopes: SCOPES });
});
afterAll(() => twitch.close());

function callWith(headers: Record<string, string>) {
  const authorization = { Authorization: `Bearer ${api.token}` };
  return twitch.fetch('/helix/users', { headers: { ...authorization, ...headers } });
}

describe('every call', () => {
  it('is refused without a client id, and with the client id of another token', async () => {
    expect((await callWith({})).body).toEqual({
      error: 'Unauthorized',
      status: 401,
      message: 'Client ID is missing',
    });
    expect((await callWith({ 'Client-Id': 'another' })).body).toEqual({
      error: 'Unauthorized',
      status: 401,
      message: 'Client ID and OAuth token do not match',
    });
  });

  it('returns the remaining points of the rate limit', async () => {
    const { headers } = await api.get('/users');
    expect(headers.get('Ratelimit-Limit')).toBe('800');
    expect(Number(headers.get('Ratelimit-Remaining'))).toBeLessThan(800);
    expect(Number(headers.get('Ratelimit-Reset'))).toBeGreaterThan(Date.now() / 1_000 - 1);
  });

  it('is allowed from other origins with certain headers, and exposes no response headers', async () => {
    const preflight = await fetch(`${twitch.base}/helix/users`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://x.test', 'Access-Control-Request-Method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Client-ID');
    const { headers } = await api.get('/users');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Expose-Headers')).toBeNull();
  });

  it('answers 404 for a path that Helix does not have', async () => {
    expect((await api.get('/nothing')).status).toBe(404);
  });
});

it('allows 800 points per minute for each client and user', () => {
  let now = 1_000_000;
  const limit = createRateLimit({ now: () => now });
  for (let call = 0; call < 800; call += 1) expect(limit.take('a').isAllowed).toBe(true);
  expect(limit.take('a')).toMatchObject({
    isAllowed: false,
    headers: { 'Ratelimit-Remaining': '0', 'Ratelimit-Reset': '1060' },
  });
  expect(limit.take('b').isAllowed).toBe(true);
  now += 150;
  expect(limit.take('a').isAllowed).toBe(true);
});

describe('users', () => {
  it('are found by login and id; without both, the own user is returned', async () => {
    const { body } = await api.get('/users?login=Demo_Streamer&id=101&login=nobody_here');
    expect(body.data).toMatchObject([
      { id: '101', login: 'other_streamer' },
      {
        id: '100',
        login: 'demo_streamer',
        display_name: 'Demo_Streamer',
        type: '',
        broadcaster_type: 'partner',
        profile_image_url: expect.stringContaining('https://static-cdn.jtvnw.net/'),
      },
    ]);
    expect((await api.get('/users')).body.data).toMatchObject([{ login: 'demo_viewer' }]);
  });

  it.each(['login=no%20name', 'login=', 'id=abc', `login=${'x'.repeat(26)}`])(
    'are refused with 400 for %s',
    async (query) => {
      expect((await api.get(`/users?${query}`)).status).toBe(400);
    },
  );
});

describe('streams and channels', () => {
  it('return what was set, and streams only for live channels', async () => {
    const stream = '/streams?user_id=100';
    expect((await api.get(stream)).body).toEqual({ data: [], pagination: {} });
    const id = await twitch.admin.setLive({
      streamer: 'demo_streamer',
      live: true,
      title: 'Testing',
      category: 'Chess',
    });
    const row = { id, user_login: 'demo_streamer', type: 'live', title: 'Testing' };
    expect((await api.get(stream)).body.data).toMatchObject([{ ...row, game_name: 'Chess' }]);
    const channel = await api.get('/channels?broadcaster_id=100');
    expect(channel.body.data).toMatchObject([{ title: 'Testing', game_name: 'Chess' }]);
    await twitch.admin.setLive({ streamer: '100', live: false });
    expect((await api.get(stream)).body.data).toEqual([]);
    expect((await api.get('/channels')).status).toBe(400);
  });

  it('have the language and the labels that were set', async () => {
    await twitch.admin.setLive({ streamer: '100', language: 'de', labels: ['Gambling'] });
    expect((await api.get('/channels?broadcaster_id=100')).body.data).toMatchObject([
      { broadcaster_language: 'de', content_classification_labels: ['Gambling'] },
    ]);
  });

  it('are returned in pages', async () => {
    const first = await api.get('/streams?first=15');
    expect(first.body.data).toHaveLength(15);
    const { cursor } = first.body.pagination as { cursor: string };
    const second = await api.get(`/streams?first=15&after=${cursor}`);
    expect(second.body).toMatchObject({ data: [{}], pagination: {} });
    expect((await api.get('/streams?first=101')).status).toBe(400);
  });

  it('are found by a search', async () => {
    const { body } = await api.get('/search/channels?query=streamer');
    expect(body.data).toMatchObject([
      { id: '100', broadcaster_login: 'demo_streamer', is_live: false, started_at: '' },
      { id: '101' },
    ]);
    expect((await api.get('/search/channels')).status).toBe(400);
  });
});

describe('data of the own user', () => {
  it.each([
    ['/channels/followed', 'user:read:follows'],
    ['/streams/followed', 'user:read:follows'],
    ['/moderation/channels', 'user:read:moderated_channels'],
  ])('%s requires the scope %s and the own id', async (path, scope) => {
    expect((await api.get(`${path}?user_id=200`)).status).toBe(200);
    expect((await api.get(`${path}?user_id=100`)).status).toBe(401);
    const withoutScope = await twitch.signIn({ scopes: 'user:read:chat' });
    expect((await withoutScope.get(`${path}?user_id=200`)).body).toEqual({
      error: 'Unauthorized',
      status: 401,
      message: `Missing scope: ${scope}`,
    });
  });

  it('lists the channels that a moderator moderates', async () => {
    const moderator = await twitch.signIn({ userId: '300', scopes: SCOPES });
    const { body } = await moderator.get('/moderation/channels?user_id=300');
    expect(body.data).toMatchObject([{ broadcaster_id: '100' }]);
  });

  it('returns followers with names to moderators, and only the total to others', async () => {
    const path = '/channels/followers?broadcaster_id=100';
    expect((await api.get(path)).body).toMatchObject({ total: 45, data: [] });
    const scopes = 'moderator:read:followers';
    const moderator = await twitch.signIn({ userId: '300', scopes });
    expect((await moderator.get(path)).body.data).toHaveLength(20);
  });
});

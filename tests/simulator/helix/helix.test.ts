// @vitest-environment node
import { ApiClient } from '@twurple/api';
import { StaticAuthProvider } from '@twurple/auth';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Api } from '../testing/api.ts';
import { CLIENT_ID, type Harness, startHarness } from '../testing/harness.ts';
import { createRateLimit } from './rate-limit.ts';

const SCOPES = 'user:read:chat user:read:follows user:read:moderated_channels';

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness();
  api = await twitch.signIn({ scopes: SCOPES });
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => twitch.close());

function callWith(headers: Record<string, string>) {
  const authorization = { Authorization: `Bearer ${api.token}` };
  return twitch.fetch('/helix/users', { headers: { ...authorization, ...headers } });
}

describe('every call', () => {
  it('is refused without a client id, and with the one of another token', async () => {
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

  it('tells how much is left of the bucket', async () => {
    const { headers } = await api.get('/users');
    expect(headers.get('Ratelimit-Limit')).toBe('800');
    expect(Number(headers.get('Ratelimit-Remaining'))).toBeLessThan(800);
    expect(Number(headers.get('Ratelimit-Reset'))).toBeGreaterThan(Date.now() / 1_000 - 1);
  });

  it('is allowed from other origins, with the headers Twitch knows and without exposing any', async () => {
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

  it('is 404 for a path that Helix does not have', async () => {
    expect((await api.get('/nothing')).status).toBe(404);
  });
});

it('hands out 800 points a minute to each client and user', () => {
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
  it('are found by login and id, and are the own one without either', async () => {
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
  it('say what was set, and only who is live has a stream', async () => {
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

  it('come in pages', async () => {
    const first = await api.get('/streams?first=3');
    expect(first.body.data).toHaveLength(3);
    const { cursor } = first.body.pagination as { cursor: string };
    const second = await api.get(`/streams?first=3&after=${cursor}`);
    expect(second.body).toMatchObject({ data: [{}], pagination: {} });
    expect((await api.get('/streams?first=101')).status).toBe(400);
  });

  it('are found by searching', async () => {
    const { body } = await api.get('/search/channels?query=streamer');
    expect(body.data).toMatchObject([
      { id: '100', broadcaster_login: 'demo_streamer', is_live: false, started_at: '' },
      { id: '101' },
    ]);
    expect((await api.get('/search/channels')).status).toBe(400);
  });
});

describe('what concerns the own user only', () => {
  it.each([
    ['/channels/followed', 'user:read:follows'],
    ['/streams/followed', 'user:read:follows'],
    ['/moderation/channels', 'user:read:moderated_channels'],
  ])('%s wants the scope %s and the own id', async (path, scope) => {
    expect((await api.get(`${path}?user_id=200`)).status).toBe(200);
    expect((await api.get(`${path}?user_id=100`)).status).toBe(401);
    const poor = await twitch.signIn({ scopes: 'user:read:chat' });
    expect((await poor.get(`${path}?user_id=200`)).body).toEqual({
      error: 'Unauthorized',
      status: 401,
      message: `Missing scope: ${scope}`,
    });
  });

  it('knows who moderates whom', async () => {
    const moderator = await twitch.signIn({ userId: '300', scopes: SCOPES });
    const { body } = await moderator.get('/moderation/channels?user_id=300');
    expect(body.data).toMatchObject([{ broadcaster_id: '100' }]);
  });

  it('shows followers by name to moderators, and their number to everybody', async () => {
    const path = '/channels/followers?broadcaster_id=100';
    expect((await api.get(path)).body).toMatchObject({ total: 45, data: [] });
    const scopes = 'moderator:read:followers';
    const moderator = await twitch.signIn({ userId: '300', scopes });
    expect((await moderator.get(path)).body.data).toHaveLength(20);
  });
});

it('has the recordings of the evenings before', async () => {
  const { body } = await api.get('/videos?user_id=100&type=archive&first=1');
  expect(body.data).toMatchObject([{ user_login: 'demo_streamer', type: 'archive' }]);
  expect((await api.get('/videos')).status).toBe(400);
  expect((await api.get('/videos?id=1')).status).toBe(404);
});

describe('an independent client', () => {
  it('can use all of it under the names of Twitch', async () => {
    const original = globalThis.fetch;
    vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) => {
      const { pathname, search } = new URL(url);
      return original(`${twitch.base}${pathname}${search}`, init);
    });
    const authProvider = new StaticAuthProvider(CLIENT_ID, api.token, SCOPES.split(' '));
    const client = new ApiClient({ authProvider });
    const user = await client.users.getUserByName('demo_streamer');
    expect(user?.displayName).toBe('Demo_Streamer');
    expect(await client.streams.getStreamByUserId('100')).toBeNull();
    expect((await client.channels.getFollowedChannels('200')).total).toBe(3);

    const socket = twitch.connect();
    const session_id = await socket.sessionId();
    const subscription = await client.eventSub.createSubscription(
      'channel.chat.notification',
      '1',
      { broadcaster_user_id: '100', user_id: '200' },
      { method: 'websocket', session_id },
      '200',
      ['user:read:chat'],
    );
    expect(subscription.status).toBe('enabled');
    await client.eventSub.deleteSubscription(subscription.id);
    expect((await client.eventSub.getSubscriptions()).total).toBe(0);
  });
});

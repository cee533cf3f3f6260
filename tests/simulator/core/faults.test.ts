// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatNotification } from '../shapes/chat/chat-notification.ts';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';

// In one file, though long: each fault is one test of the same server.
const KEEPALIVE_MS = 100;
const CHANNEL = { broadcaster_user_id: '100' };
const NOTICE = {
  type: 'channel.chat.notification',
  event: chatNotification({ notice_type: 'sub' }),
};

let twitch: Harness;
let api: Api;

beforeEach(async () => {
  twitch = await startHarness({
    timings: { keepaliveSecondMs: KEEPALIVE_MS / 10, deadSessionMs: 50 },
  });
  api = await twitch.signIn();
});
afterEach(() => twitch.close());

describe('sockets', () => {
  it.each([
    [4000, 'websocket_internal_error'],
    [4001, 'websocket_received_inbound_traffic'],
    [4002, 'websocket_failed_ping_pong'],
    [4003, 'websocket_connection_unused'],
    [4004, 'websocket_failed_to_reconnect'],
    [4005, 'websocket_network_timeout'],
    [4006, 'websocket_network_error'],
    [4007, 'websocket_failed_to_reconnect'],
    [1000, 'websocket_disconnected'],
    [1001, 'websocket_disconnected'],
  ])('are closed with %i, and their subscriptions become %s', async (code, status) => {
    const client = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'close', code });
    expect(await client.closed).toBe(code);
    const { body } = await api.get('/eventsub/subscriptions');
    expect(body.data).toMatchObject([{ status }]);
  });

  it('are cut without a close frame, and still count until Twitch notices', async () => {
    const client = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'cut' });
    expect(await client.closed).toBe(1006);
    await expect
      .poll(async () => (await api.get('/eventsub/subscriptions')).body.data)
      .toMatchObject([{ status: 'websocket_failed_ping_pong' }]);
  });

  it('go silent without closing, but later sockets do not', async () => {
    const client = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'silence' });
    const received = client.frames.length;
    expect(await twitch.admin.sendEvent(NOTICE)).toEqual([]);
    const later = await twitch.listen(api);
    await later.next('session_keepalive');
    expect(client.frames).toHaveLength(received);
    expect(await twitch.admin.sendEvent(NOTICE)).toHaveLength(1);
  });

  it('are closed with 4002 when no pong arrives', async () => {
    const quick = await startHarness({ timings: { pingMs: 20, pongMs: 50 } });
    const url = `ws://127.0.0.1:${quick.ports.plain}/ws`;
    const answering = quick.connect(url);
    await answering.sessionId();
    expect(await quick.connect(url, { autoPong: false }).closed).toBe(4002);
    expect(answering.socket.readyState).toBe(answering.socket.OPEN);
    await quick.close();
  });

  it('can receive a reconnect URL that does not work', async () => {
    const client = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'reconnect', url: 'wss://nowhere.invalid/ws' });
    const frame = await client.next('session_reconnect');
    expect(frame.payload.session?.reconnect_url).toBe('wss://nowhere.invalid/ws');
  });

  it('can be left without a welcome, or be refused', async () => {
    await twitch.admin.fault({ kind: 'no_welcome', times: 1 });
    const client = twitch.connect();
    const later = twitch.connect();
    await later.sessionId();
    expect(client.frames).toEqual([]);
    await twitch.admin.fault({ kind: 'http', path: '/ws', status: 503, times: 1 });
    expect(await twitch.connect().closed).toBe(1006);
    expect(await twitch.connect().sessionId()).not.toBe('');
  });

  it('receive every event twice, with the same id', async () => {
    const client = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'duplicate' });
    const [id] = await twitch.admin.sendEvent(NOTICE);
    const copies = [await client.next('notification'), await client.next('notification')];
    expect(copies.map(({ metadata }) => metadata.message_id)).toEqual([id, id]);
  });
});

describe('revocations', () => {
  it.each(['user_removed', 'version_removed', 'moderator_removed', 'chat_user_banned'])(
    'are sent once, with the status %s',
    async (status) => {
      const client = await twitch.listen(api);
      const type = 'channel.chat.notification';
      await twitch.admin.fault({ kind: 'revoke', type, status });
      const { metadata, payload } = await client.next('revocation');
      expect(metadata.subscription_type).toBe(type);
      expect(payload.subscription).toMatchObject({ type, status });
      expect(await twitch.admin.sendEvent(NOTICE)).toEqual([]);
    },
  );

  it('are sent for one channel, and for every type with the same start', async () => {
    const client = await twitch.listen(api);
    for (const broadcaster_user_id of ['100', '101']) {
      await api.subscribe(client.id, 'stream.online', { broadcaster_user_id });
      const inChat = { broadcaster_user_id, user_id: '200' };
      await api.subscribe(client.id, 'channel.chat.message', inChat);
    }
    const hit = { type: 'channel.chat.*', broadcaster: '101' };
    await twitch.admin.fault({ kind: 'revoke', ...hit, status: 'chat_user_banned' });
    const { payload } = await client.next('revocation');
    expect(payload.subscription).toMatchObject({ condition: { broadcaster_user_id: '101' } });
    const { subscriptions } = await twitch.admin.state();
    const banned = subscriptions.filter(({ status }) => status === 'chat_user_banned');
    expect(banned).toHaveLength(1);
  });

  it('are sent for all subscriptions when the user disconnects the application', async () => {
    const client = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'disconnect_app', user_id: '200' });
    const { payload } = await client.next('revocation');
    expect(payload.subscription?.status).toBe('authorization_revoked');
    expect((await api.get('/users')).status).toBe(401);
  });
});

describe('answers', () => {
  it('refuse a type until the fault is cleared', async () => {
    const session = await twitch.connect().sessionId();
    const message = 'no stream for you';
    await twitch.admin.fault({ kind: 'refuse', type: 'stream.online', status: 429, message });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const answer = await api.subscribe(session, 'stream.online', CHANNEL);
      expect(answer.body).toMatchObject({ status: 429, message });
    }
    expect((await api.subscribe(session, 'stream.offline', CHANNEL)).status).toBe(202);
    await twitch.admin.fault({ kind: 'clear' });
    expect((await api.subscribe(session, 'stream.online', CHANNEL)).status).toBe(202);
  });

  it('refuse the chat types of one channel, as if the viewer was banned there', async () => {
    const session = await twitch.connect().sessionId();
    const to = (broadcaster_user_id: string, type: string) =>
      api.subscribe(session, type, { broadcaster_user_id, user_id: '200' });
    const banned = { type: 'channel.chat.*', broadcaster: '101', status: 403 };
    await twitch.admin.fault({ kind: 'refuse', ...banned });
    expect((await to('101', 'channel.chat.notification')).status).toBe(403);
    expect((await to('101', 'channel.chat.message')).status).toBe(403);
    expect((await to('101', 'stream.online')).status).toBe(202);
    expect((await to('100', 'channel.chat.notification')).status).toBe(202);
  });

  it('list a broadcast late, as if Helix had not noticed it', async () => {
    await twitch.admin.fault({ kind: 'late_streams', ms: 60_000 });
    await twitch.admin.setLive({ streamer: '100', live: true });
    expect((await api.get('/streams?user_id=100')).body.data).toEqual([]);
    expect((await api.get('/streams?user_id=110')).body.data).toHaveLength(1);
    await twitch.admin.fault({ kind: 'clear' });
    expect((await api.get('/streams?user_id=100')).body.data).toHaveLength(1);
  });

  it('fail the given number of times, on one path or on many', async () => {
    await twitch.admin.fault({ kind: 'http', path: '/helix/users', status: 503, times: 2 });
    expect((await api.get('/users')).body).toEqual({
      error: 'Service Unavailable',
      status: 503,
      message: '',
    });
    expect((await api.get('/streams')).status).toBe(200);
    expect((await api.get('/users')).status).toBe(503);
    expect((await api.get('/users')).status).toBe(200);
    await twitch.admin.fault({ kind: 'http', path: '/helix/*', status: 429 });
    expect((await api.get('/streams')).status).toBe(429);
  });

  it('are delayed', async () => {
    await twitch.admin.fault({ kind: 'delay', ms: 80, path: '/helix/users' });
    const started = performance.now();
    await api.get('/users');
    expect(performance.now() - started).toBeGreaterThan(70);
  });
});

it('makes Twitch unreachable until it is cleared', async () => {
  const client = await twitch.listen(api);
  await twitch.admin.fault({ kind: 'offline' });
  expect(await client.closed).toBe(1006);
  await expect(api.get('/users')).rejects.toThrow('fetch failed');
  expect(await twitch.connect().closed).toBe(1006);
  await twitch.admin.fault({ kind: 'clear' });
  expect((await api.get('/users')).status).toBe(200);
});

it('reports what is wrong with an unknown fault', async () => {
  // The types do not allow this kind.
  const unknown = JSON.parse('{"kind":"earthquake"}');
  await expect(twitch.admin.fault(unknown)).rejects.toThrow(/400 .*kind/);
  const wrong = JSON.parse('{"kind":"close","code":7}');
  await expect(twitch.admin.fault(wrong)).rejects.toThrow(/400 .*code/);
});

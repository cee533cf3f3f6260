// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { streamOffline } from '../../shapes/channel/stream.ts';
import { chatNotification } from '../../shapes/chat/chat-notification.ts';
import type { Api } from '../../testing/api.ts';
import { type Harness, startHarness } from '../../testing/harness.ts';
import type { SocketClient } from '../../testing/socket-client.ts';

let twitch: Harness;
let api: Api;

beforeEach(async () => {
  twitch = await startHarness();
  api = await twitch.signIn();
});
afterEach(() => twitch.close());

async function reconnectUrl(client: SocketClient): Promise<string> {
  const frame = await client.next('session_reconnect');
  return String(frame.payload.session?.reconnect_url);
}

async function sendNotice(): Promise<string> {
  const event = chatNotification({ notice_type: 'sub' });
  const ids = await twitch.admin.sendEvent({ type: 'channel.chat.notification', event });
  return ids.join();
}

it('sends a reconnect URL with the address that the client has used', async () => {
  const client = await twitch.listen(api);
  await twitch.admin.fault({ kind: 'reconnect' });
  const frame = await client.next('session_reconnect');
  const session = frame.payload.session ?? {};
  expect(session).toEqual({
    id: client.id,
    status: 'reconnecting',
    keepalive_timeout_seconds: null,
    reconnect_url: expect.stringContaining(`ws://127.0.0.1:${twitch.ports.plain}/ws?challenge=`),
    connected_at: expect.stringMatching(/Z$/),
  });
  expect(String(session.reconnect_url)).toContain(`&id=${client.id}`);
});

it('sends events to the old socket until the new one has received its welcome', async () => {
  const old = await twitch.listen(api);
  await twitch.admin.fault({ kind: 'reconnect' });
  const url = await reconnectUrl(old);
  const before = await sendNotice();
  expect((await old.next('notification')).metadata.message_id).toBe(before);

  const fresh = twitch.connect(url);
  expect(await fresh.sessionId()).toBe(old.id);
  const after = await sendNotice();
  expect((await fresh.next('notification')).metadata.message_id).toBe(after);
  expect(old.frames.filter(({ metadata }) => metadata.message_id === after)).toEqual([]);

  old.close();
  await old.closed;
  expect(await sendNotice()).not.toBe('');
  const { body } = await api.get('/eventsub/subscriptions');
  expect(body).toMatchObject({ total: 1, data: [{ status: 'enabled' }] });
});

it('can be repeated, with an old socket for each reconnect', async () => {
  let current: SocketClient = await twitch.listen(api);
  for (let round = 0; round < 5; round += 1) {
    await twitch.admin.fault({ kind: 'reconnect' });
    const next = twitch.connect(await reconnectUrl(current));
    await next.sessionId();
    current.close();
    current = next;
  }
  expect(await sendNotice()).not.toBe('');
  await expect.poll(async () => (await twitch.admin.state()).sessions[0]?.sockets).toBe(1);
});

it('closes the new socket with 4007 if the old one was closed first', async () => {
  const old = await twitch.listen(api);
  await twitch.admin.fault({ kind: 'reconnect' });
  const url = await reconnectUrl(old);
  old.close();
  await expect.poll(async () => (await twitch.admin.state()).sessions[0]?.status).toBe('ended');
  expect(await twitch.connect(url).closed).toBe(4007);
});

it('closes with 4007 if a URL is used a second time or was never sent', async () => {
  const old = await twitch.listen(api);
  await twitch.admin.fault({ kind: 'reconnect' });
  const url = await reconnectUrl(old);
  const fresh = twitch.connect(url);
  await fresh.sessionId();
  expect(await twitch.connect(url).closed).toBe(4007);
  const invented = url.replace(/challenge=[^&]+/, 'challenge=made-up');
  expect(await twitch.connect(invented).closed).toBe(4007);
});

it('does not count a connection by a reconnect URL against the limit of three', async () => {
  const clients = [await twitch.listen(api), await twitch.listen(api), await twitch.listen(api)];
  await twitch.admin.fault({ kind: 'reconnect' });
  for (const client of clients) await twitch.connect(await reconnectUrl(client)).sessionId();
  const [first] = clients;
  const condition = { broadcaster_user_id: '100' };
  const answer = await api.subscribe(first?.id ?? '', 'stream.offline', condition);
  expect(answer.status).toBe(202);
  expect(
    await twitch.admin.sendEvent({ type: 'stream.offline', event: streamOffline() }),
  ).toHaveLength(1);
});

describe('after the grace period', () => {
  beforeEach(async () => {
    await twitch.close();
    twitch = await startHarness({ timings: { reconnectGraceMs: 300 } });
    api = await twitch.signIn();
  });

  it('closes with 4004 and ends the subscriptions if the client does not reconnect', async () => {
    const client = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'reconnect' });
    expect(await client.closed).toBe(4004);
    const { body } = await api.get('/eventsub/subscriptions');
    expect(body).toMatchObject({ data: [{ status: 'websocket_failed_to_reconnect' }] });
  });

  it('closes the old socket if the client does not, and keeps the subscriptions', async () => {
    const old = await twitch.listen(api);
    await twitch.admin.fault({ kind: 'reconnect' });
    const fresh = twitch.connect(await reconnectUrl(old));
    await fresh.sessionId();
    expect(await old.closed).toBe(4004);
    expect(await sendNotice()).not.toBe('');
  });
});

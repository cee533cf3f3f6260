// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatNotification } from '../../shapes/chat/chat-notification.ts';
import type { Api } from '../../testing/api.ts';
import { type Harness, startHarness } from '../../testing/harness.ts';
import type { Frame } from '../../testing/socket-client.ts';
import { agreedKeepalive } from './gateway.ts';

const FIRST_SUBSCRIPTION_MS = 150;
const KEEPALIVE_MS = 200;
const NANOSECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/;
const CHAT = { broadcaster_user_id: '100', user_id: '200' };

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness({
    timings: { firstSubscriptionMs: FIRST_SUBSCRIPTION_MS, keepaliveSecondMs: KEEPALIVE_MS / 10 },
  });
  api = await twitch.signIn();
});
afterAll(() => twitch.close());

describe('the welcome', () => {
  it('comes first and has the fields of Twitch', async () => {
    const client = twitch.connect();
    const welcome = await client.next('session_welcome');
    expect(client.frames[0]).toBe(welcome);
    expect(Object.keys(welcome.metadata)).toEqual([
      'message_id',
      'message_type',
      'message_timestamp',
    ]);
    expect(welcome.metadata.message_timestamp).toMatch(NANOSECONDS);
    expect(welcome.payload.session).toEqual({
      id: expect.stringMatching(/^AgoQ\w+$/),
      status: 'connected',
      connected_at: expect.stringMatching(/Z$/),
      keepalive_timeout_seconds: 10,
      reconnect_url: null,
    });
    client.close();
  });

  it('also comes over TLS', async () => {
    const client = twitch.connect(`wss://localhost:${twitch.ports.tls}/ws`);
    expect(await client.sessionId()).not.toBe('');
    client.close();
  });

  it.each([
    [null, 10],
    ['nonsense', 10],
    ['3', 10],
    ['25', 25],
    ['9999', 600],
  ])('sets a requested keepalive of %s to %i seconds', (requested, agreed) => {
    expect(agreedKeepalive(requested)).toBe(agreed);
  });
});

describe('keepalives', () => {
  it('are sent only after a period without any other message', async () => {
    const client = await twitch.listen(api);
    const started = performance.now();
    while (performance.now() - started < KEEPALIVE_MS * 1.5) {
      await twitch.admin.sendEvent({
        type: 'channel.chat.notification',
        event: chatNotification({ notice_type: 'sub' }),
      });
    }
    const types = client.frames.map(({ metadata }) => metadata.message_type);
    expect(types).toContain('notification');
    expect(types).not.toContain('session_keepalive');
    const silentSince = performance.now();
    const keepalive = await client.next('session_keepalive');
    expect(performance.now() - silentSince).toBeGreaterThan(KEEPALIVE_MS * 0.7);
    expect(keepalive.payload).toEqual({});
    client.close();
  });
});

describe('an unused connection', () => {
  it('is closed with 4003 if no subscription is created in time', async () => {
    expect(await twitch.connect().closed).toBe(4003);
  });

  it('is closed with 4003 after its last subscription was deleted', async () => {
    const client = twitch.connect();
    const answer = await api.subscribe(await client.sessionId(), 'channel.chat.notification', CHAT);
    const [subscription] = answer.body.data as { id: string }[];
    await api.delete(`/eventsub/subscriptions?id=${subscription?.id}`);
    expect(await client.closed).toBe(4003);
  });

  it('stays open as long as one subscription is enabled', async () => {
    const client = await twitch.listen(api);
    expect((await client.next('session_keepalive')).metadata.message_type).toBe(
      'session_keepalive',
    );
    client.close();
  });
});

describe('inbound traffic', () => {
  it.each(['hello', ''])('closes with 4001 on the text "%s"', async (text) => {
    const client = await twitch.listen(api);
    client.socket.send(text);
    expect(await client.closed).toBe(4001);
  });

  it('closes with 4001 on a ping, and records every inbound frame', async () => {
    const client = await twitch.listen(api);
    client.socket.ping('are you there');
    expect(await client.closed).toBe(4001);
    const { inbound_frames } = await twitch.admin.state();
    expect(inbound_frames).toContainEqual({
      session_id: client.id,
      kind: 'ping',
      data: 'are you there',
    });
    expect(inbound_frames).toContainEqual({
      session_id: expect.any(String),
      kind: 'text',
      data: 'hello',
    });
  });
});

describe('notifications', () => {
  it('contain subscription and event, in the order of sending', async () => {
    const client = await twitch.listen(api);
    const events = ['sub', 'raid', 'announcement'].map((notice_type) =>
      chatNotification({ notice_type }),
    );
    const ids: string[] = [];
    for (const event of events) {
      ids.push(...(await twitch.admin.sendEvent({ type: 'channel.chat.notification', event })));
    }
    const received: Frame[] = [];
    while (received.length < events.length) received.push(await client.next('notification'));
    expect(received.map(({ metadata }) => metadata.message_id)).toEqual(ids);
    expect(received.map(({ payload }) => payload.event)).toEqual(events);
    expect(received[0]?.metadata).toEqual({
      message_id: ids[0],
      message_type: 'notification',
      message_timestamp: expect.stringMatching(NANOSECONDS),
      subscription_type: 'channel.chat.notification',
      subscription_version: '1',
    });
    expect(received[0]?.payload.subscription).toEqual({
      id: expect.any(String),
      status: 'enabled',
      type: 'channel.chat.notification',
      version: '1',
      cost: 0,
      condition: CHAT,
      transport: { method: 'websocket', session_id: client.id },
      created_at: expect.stringMatching(/Z$/),
    });
    client.close();
  });
});

describe('after the client has closed', () => {
  it('its subscriptions are disabled but stay listed', async () => {
    const client = await twitch.listen(api);
    client.close();
    await client.closed;
    await expect
      .poll(async () => {
        const { body } = await api.get('/eventsub/subscriptions?status=websocket_disconnected');
        return (body.data as { transport: Record<string, string> }[]).find(
          ({ transport }) => transport.session_id === client.id,
        )?.transport.disconnected_at;
      })
      .toMatch(/Z$/);
  });
});

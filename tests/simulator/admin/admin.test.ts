// @vitest-environment node
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { channelRaid, channelUpdate, streamOnline } from '../shapes/channel/stream.ts';
import { chatMessage } from '../shapes/chat/chat-message.ts';
import { chatNotification } from '../shapes/chat/chat-notification.ts';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { OTHER_STREAMER, STREAMER } from '../world/people/accounts.ts';

const NOTICE = 'channel.chat.notification';

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness();
  api = await twitch.signIn();
});
afterEach(() => twitch.admin.fault({ kind: 'close', code: 1000 }));
afterAll(() => twitch.close());

async function post(path: string, body: string) {
  const response = await fetch(`http://127.0.0.1:${twitch.ports.admin}${path}`, {
    method: 'POST',
    body,
  });
  return { status: response.status, body: (await response.json()) as { error?: string } };
}

describe('sending an event', () => {
  it('reaches only the subscriptions of its channel', async () => {
    const { id } = await twitch.listen(api);
    await api.subscribe(id, 'channel.update', { broadcaster_user_id: '101' }, '2');
    const send = (broadcaster = STREAMER) =>
      twitch.admin.sendEvent({ type: 'channel.update', event: channelUpdate({ broadcaster }) });
    expect(await send()).toEqual([]);
    expect(await send(OTHER_STREAMER)).toHaveLength(1);
    const event = streamOnline();
    expect(await twitch.admin.sendEvent({ type: 'stream.online', event })).toEqual([]);
  });

  it('reaches only the raid subscriptions for its direction', async () => {
    const { id } = await twitch.listen(api);
    await api.subscribe(id, 'channel.raid', { from_broadcaster_user_id: '100' });
    const raid = (event: Record<string, unknown>) =>
      twitch.admin.sendEvent({ type: 'channel.raid', event });
    expect(await raid(channelRaid())).toHaveLength(1);
    expect(await raid(channelRaid({ from: OTHER_STREAMER, to: STREAMER }))).toEqual([]);
  });

  it('keeps the given id and time, and the unchanged event', async () => {
    const client = await twitch.listen(api);
    const message_timestamp = '2020-02-03T04:05:06.7Z';
    const event = { notice_type: 'half of one' };
    const ids = await twitch.admin.sendEvent({
      type: NOTICE,
      event,
      message_id: 'm-1',
      message_timestamp,
    });
    expect(ids).toEqual(['m-1']);
    const frame = await client.next('notification');
    expect(frame.metadata).toMatchObject({ message_id: 'm-1', message_timestamp });
    expect(frame.payload.event).toEqual(event);
  });

  it('can be limited to a condition and a version', async () => {
    await twitch.listen(api);
    const event = chatNotification({ notice_type: 'sub' });
    const to = (condition: Record<string, string>) =>
      twitch.admin.sendEvent({ type: NOTICE, condition, event });
    expect(await to({ user_id: '200' })).toHaveLength(1);
    expect(await to({ user_id: '300' })).toEqual([]);
    expect(await twitch.admin.sendEvent({ type: NOTICE, version: '2', event })).toEqual([]);
  });

  it('reaches every session, each with a different message id', async () => {
    await twitch.listen(api);
    await twitch.listen(api);
    const event = chatMessage({ message: 'hi' });
    expect(await twitch.admin.sendEvent({ type: 'channel.chat.message', event })).toEqual([]);
    const ids = await twitch.admin.sendEvent({
      type: NOTICE,
      event: chatNotification({ notice_type: 'raid' }),
    });
    expect(new Set(ids).size).toBe(2);
  });
});

it('lists the events with the ids of their messages', async () => {
  const { id } = await twitch.listen(api);
  await api.subscribe(id, 'channel.update', { broadcaster_user_id: '100' }, '2');
  const before = (await twitch.admin.sentAfter(0)).at(-1)?.number ?? 0;
  const event = channelUpdate();
  const message_ids = await twitch.admin.sendEvent({ type: 'channel.update', event });
  await twitch.admin.sendEvent({ type: 'stream.online', event: streamOnline() });
  expect(await twitch.admin.sentAfter(before)).toMatchObject([
    { number: before + 1, type: 'channel.update', event, message_ids },
    { number: before + 2, type: 'stream.online', message_ids: [] },
  ]);
});

it('sends a raw frame to every open socket', async () => {
  const client = await twitch.listen(api);
  const raw = '{"metadata":{"message_type":"new"},"payload":{}}';
  expect(await twitch.admin.sendFrame(raw)).toBe(1);
  await client.next('new');
  expect(JSON.stringify(client.frames.at(-1))).toBe(raw);
});

it('returns its state, with tokens only as hashes', async () => {
  const client = await twitch.listen(api);
  const state = await twitch.admin.state();
  expect(state.sessions.at(-1)).toMatchObject({
    id: client.id,
    status: 'connected',
    user_id: '200',
    sockets: 1,
  });
  expect(state.subscriptions.at(-1)).toMatchObject({
    type: NOTICE,
    cost: 0,
    session_id: client.id,
  });
  expect(state.tokens).toMatchObject([
    { sha256: createHash('sha256').update(api.token).digest('hex'), user_id: '200' },
  ]);
  expect(JSON.stringify(state)).not.toContain(api.token);
  expect(state.requests['/helix/eventsub/subscriptions']).toBeGreaterThan(0);
  expect(state.requests_by_method['POST /helix/eventsub/subscriptions']).toBeGreaterThan(0);
});

it('answers 400 with the error of a wrong body', async () => {
  expect(await post('/events', 'no json')).toMatchObject({ status: 400 });
  expect((await post('/events', '{"event":{}}')).body.error).toContain('type');
  expect((await post('/live', '{"streamer":"nobody"}')).body.error).toContain('nobody');
  expect((await post('/live', '{"streamer":"100","live":"yes"}')).body.error).toContain('live');
  expect((await post('/scenario', '{"name":"morning"}')).body.error).toContain('name');
  expect((await post('/scenario', '{"name":"evening","speed":0}')).status).toBe(400);
  const health = await fetch(`http://127.0.0.1:${twitch.ports.admin}/health`);
  expect(await health.json()).toEqual({ ok: true });
});

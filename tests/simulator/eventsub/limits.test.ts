// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { ACCOUNTS } from '../world/people/accounts.ts';

const CHAT = { broadcaster_user_id: '100', user_id: '200' };

let twitch: Harness;
let api: Api;

beforeEach(async () => {
  twitch = await startHarness({ timings: { deadSessionMs: 250, maxJoins: 301 } });
  api = await twitch.signIn();
});
afterEach(() => twitch.close());

async function openSession(): Promise<string> {
  return twitch.connect().sessionId();
}

describe('cost', () => {
  it('is 1 for a streamer who has not authorized the client, up to a total of 10', async () => {
    const session = await openSession();
    const streamers = ACCOUNTS.filter(({ id }) => id !== '200').slice(0, 11);
    const answers = [];
    for (const { id } of streamers) {
      answers.push(await api.subscribe(session, 'stream.online', { broadcaster_user_id: id }));
    }
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(202), 429]);
    expect(answers[9]?.body).toMatchObject({
      data: [{ cost: 1 }],
      total: 10,
      total_cost: 10,
      max_total_cost: 10,
    });
    expect(answers[10]?.body).toMatchObject({
      error: 'Too Many Requests',
      status: 429,
      message: expect.stringContaining('cost'),
    });
    const free = await api.subscribe(session, 'channel.chat.notification', CHAT);
    expect(free.body).toMatchObject({ data: [{ cost: 0 }], total_cost: 10 });
  });

  it('is 0 after the streamer has authorized the same client, and 1 for another client', async () => {
    await twitch.signIn({ userId: '100' });
    const condition = { broadcaster_user_id: '100' };
    const same = await api.subscribe(await openSession(), 'channel.update', condition, '2');
    expect(same.body).toMatchObject({ data: [{ cost: 0 }] });
    const otherClient = await twitch.signIn({ clientId: 'client-two' });
    const charged = await otherClient.subscribe(
      await openSession(),
      'channel.update',
      condition,
      '2',
    );
    expect(charged.body).toMatchObject({ data: [{ cost: 1 }] });
  });
});

describe('connections', () => {
  it('can be three with enabled subscriptions; a fourth is refused until one of them ends', async () => {
    const [first] = [await twitch.listen(api), await twitch.listen(api), await twitch.listen(api)];
    const fourth = await openSession();
    const condition = { broadcaster_user_id: '100' };
    const refused = await api.subscribe(fourth, 'stream.online', condition);
    expect(refused.status).toBe(429);
    expect(refused.body.message).toBe('number of websocket transports limit exceeded');
    first.close();
    await expect
      .poll(async () => (await api.subscribe(fourth, 'stream.online', condition)).status)
      .toBe(202);
  });

  it('are counted separately for each user and client', async () => {
    for (let count = 0; count < 3; count += 1) await twitch.listen(api);
    const moderator = await twitch.signIn({ userId: '300' });
    const condition = { broadcaster_user_id: '100', user_id: '300' };
    const answer = await moderator.subscribe(
      await openSession(),
      'channel.chat.message',
      condition,
    );
    expect(answer.status).toBe(202);
  });

  it('still count for some time after the socket was lost', async () => {
    const lost = await twitch.listen(api);
    await api.subscribe(lost.id, 'stream.online', { broadcaster_user_id: '100' });
    lost.socket.terminate();
    await expect.poll(async () => (await twitch.admin.state()).sessions[0]?.status).toBe('lost');
    expect((await api.get('/eventsub/subscriptions')).body).toMatchObject({ total_cost: 1 });
    await expect
      .poll(async () => (await api.get('/eventsub/subscriptions')).body)
      .toMatchObject({ total_cost: 0, data: [{ status: 'websocket_failed_ping_pong' }, {}] });
  });
});

describe('equal subscriptions', () => {
  it('are refused with 409 on the same session', async () => {
    const { id: session } = await twitch.listen(api);
    const { body } = await api.get('/eventsub/subscriptions?type=channel.chat.notification');
    const own = (body.data as { id: string; transport: { session_id: string } }[]).find(
      ({ transport }) => transport.session_id === session,
    );
    const answer = await api.subscribe(session, 'channel.chat.notification', CHAT);
    expect(answer.status).toBe(409);
    expect(answer.body).toEqual({
      error: 'Conflict',
      status: 409,
      message: 'subscription already exists',
      id: own?.id,
    });
  });

  it('are not refused if only their version differs', async () => {
    const moderator = await twitch.signIn({ userId: '300', scopes: 'moderator:manage:automod' });
    const condition = { broadcaster_user_id: '100', moderator_user_id: '300' };
    const session = await openSession();
    for (const version of ['1', '2']) {
      const answer = await moderator.subscribe(session, 'automod.message.hold', condition, version);
      expect(answer.status).toBe(202);
    }
    expect(
      (await moderator.subscribe(session, 'automod.message.hold', condition, '2')).status,
    ).toBe(409);
  });

  it('are allowed once on each of the three connections', async () => {
    const condition = { broadcaster_user_id: '100' };
    const sessions = [await openSession(), await openSession(), await openSession()];
    for (const session of sessions) await api.subscribe(session, 'channel.update', condition, '2');
    const { body } = await api.get('/eventsub/subscriptions');
    expect(body).toMatchObject({ total: 3, total_cost: 3 });
    const answer = await api.subscribe(await openSession(), 'channel.update', condition, '2');
    expect(answer.status).toBe(429);
  });
});

it('allows 300 subscriptions on one connection', async () => {
  const reader = await twitch.signIn({ userId: '200' });
  const session = await openSession();
  const types = ['channel.chat.message', 'channel.chat.notification', 'channel.chat.clear'];
  const more = [
    'channel.chat.clear_user_messages',
    'channel.chat.message_delete',
    'channel.chat_settings.update',
    'channel.chat.user_message_hold',
  ];
  const wanted = [...types, ...more]
    .flatMap((type) => ACCOUNTS.map(({ id }) => ({ type, broadcaster_user_id: id })))
    .slice(0, 301);
  expect(wanted).toHaveLength(301);
  const statuses: number[] = [];
  for (const { type, broadcaster_user_id } of wanted) {
    const condition = { broadcaster_user_id, user_id: '200' };
    statuses.push((await reader.subscribe(session, type, condition)).status);
  }
  expect(statuses.lastIndexOf(202)).toBe(299);
  expect(statuses[300]).toBe(429);
});

// @vitest-environment node
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { CLIENT_ID, type Harness, startHarness } from '../testing/harness.ts';
import { SUBSCRIPTION_TYPES } from './catalog.ts';

const PATH = '/eventsub/subscriptions';
const CHAT = { broadcaster_user_id: '100', user_id: '200' };
const CHANNEL = { broadcaster_user_id: '100' };
const MODERATED = { broadcaster_user_id: '100', moderator_user_id: '300' };
const FORBIDDEN = {
  error: 'Forbidden',
  status: 403,
  message: 'subscription missing proper authorization',
};

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness();
  api = await twitch.signIn();
});
afterEach(() => twitch.admin.fault({ kind: 'close', code: 1000 }));
afterAll(() => twitch.close());

async function openSession(): Promise<string> {
  return twitch.connect().sessionId();
}

describe('creating a subscription', () => {
  it('answers 202 with the subscription and the totals', async () => {
    const session = await openSession();
    const { status, body } = await api.subscribe(session, 'channel.chat.notification', CHAT);
    expect(status).toBe(202);
    expect(body).toEqual({
      data: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          status: 'enabled',
          type: 'channel.chat.notification',
          version: '1',
          condition: CHAT,
          created_at: expect.stringMatching(/Z$/),
          transport: {
            method: 'websocket',
            session_id: session,
            connected_at: expect.stringMatching(/Z$/),
          },
          cost: 0,
        },
      ],
      total: expect.any(Number),
      total_cost: 0,
      max_total_cost: 10,
    });
  });

  it.each([
    ['an unknown type', 'channel.tea', '1', CHANNEL],
    ['a retired version', 'channel.update', '1', CHANNEL],
    ['a missing condition', 'stream.online', '1', {}],
    ['an incomplete condition', 'channel.chat.message', '1', CHANNEL],
    [
      'both directions of a raid',
      'channel.raid',
      '1',
      {
        from_broadcaster_user_id: '100',
        to_broadcaster_user_id: '101',
      },
    ],
    ['an unknown user', 'stream.online', '1', { broadcaster_user_id: '424242' }],
    ['a type only for app tokens', 'drop.entitlement.grant', '1', { organization_id: '1' }],
  ])('answers 400 for %s', async (_name, type, version, condition) => {
    const { status, body } = await api.subscribe(await openSession(), type, condition, version);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'Bad Request', status: 400 });
  });

  it('answers 400 for a session that has ended or never existed', async () => {
    const ended = twitch.connect();
    const id = await ended.sessionId();
    ended.close();
    await ended.closed;
    const expected = {
      error: 'Bad Request',
      status: 400,
      message: 'websocket transport session does not exist or has already disconnected',
    };
    expect((await api.subscribe('AgoQnever', 'stream.online', CHANNEL)).body).toEqual(expected);
    await expect
      .poll(async () => (await api.subscribe(id, 'stream.online', CHANNEL)).body)
      .toEqual(expected);
  });

  it('answers 400 for a second user on the same socket', async () => {
    const { id } = await twitch.listen(api);
    const moderator = await twitch.signIn({ userId: '300' });
    expect((await moderator.subscribe(id, 'stream.online', CHANNEL)).status).toBe(400);
  });

  it.each([
    { when: 'the scope is missing', signIn: { scopes: '' }, type: 'channel.chat.message' },
    { when: 'the reader is another user', signIn: { userId: '300' }, type: 'channel.chat.message' },
    {
      when: 'a viewer is not a moderator',
      signIn: { scopes: 'moderator:read:followers' },
      type: 'channel.follow',
      version: '2',
      condition: { broadcaster_user_id: '100', moderator_user_id: '200' },
    },
    {
      when: 'a moderator is not the streamer',
      signIn: { userId: '300', scopes: 'channel:read:polls' },
      type: 'channel.poll.begin',
      condition: CHANNEL,
    },
    {
      when: 'one of the many scopes is missing',
      signIn: { userId: '300', scopes: 'moderator:read:blocked_terms' },
      type: 'channel.moderate',
      version: '2',
      condition: MODERATED,
    },
  ])('answers 403 when $when', async ({ signIn, type, version, condition = CHAT }) => {
    const caller = await twitch.signIn(signIn);
    const answer = await caller.subscribe(await openSession(), type, condition, version);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual(FORBIDDEN);
  });

  it('accepts follows for a moderator, and all types for the streamer', async () => {
    const scopes = 'moderator:read:followers';
    const moderator = await twitch.signIn({ userId: '300', scopes });
    const follows = await moderator.subscribe(
      await openSession(),
      'channel.follow',
      MODERATED,
      '2',
    );
    expect(follows.status).toBe(202);

    const all = SUBSCRIPTION_TYPES.flatMap(({ scopes }) => scopes.flat());
    const streamer = await twitch.signIn({ userId: '100', scopes: [...new Set(all)].join(' ') });
    const session = await openSession();
    for (const { type, version, condition, audience } of SUBSCRIPTION_TYPES) {
      if (audience === 'app') continue;
      const own = condition.map((keys) => [[keys].flat()[0], '100']);
      const answer = await streamer.subscribe(session, type, Object.fromEntries(own), version);
      expect([type, answer.status]).toEqual([type, 202]);
    }
  });

  it.each([
    ['no token', {}, 'OAuth token is missing'],
    ['a wrong token', { Authorization: 'Bearer wrong' }, 'Invalid OAuth token'],
  ])('answers 401 with %s', async (_name, headers, message) => {
    const answer = await twitch.fetch(`/helix${PATH}`, {
      method: 'POST',
      headers: { 'Client-Id': CLIENT_ID, ...headers },
      body: '{}',
    });
    expect(answer.body).toEqual({ error: 'Unauthorized', status: 401, message });
  });

  it('answers 400 if the body is not JSON of the required shape', async () => {
    const headers = {
      Authorization: `Bearer ${api.token}`,
      'Client-Id': CLIENT_ID,
      'Content-Type': 'application/json',
    };
    for (const body of ['', 'null', '{"type":"stream.online"}']) {
      const answer = await twitch.fetch(`/helix${PATH}`, { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
    }
  });
});

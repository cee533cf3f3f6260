// @vitest-environment node
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { CHAT_SCOPE, CLIENT_ID, type Harness, startHarness } from '../testing/harness.ts';
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

describe('creating', () => {
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
    ['half a condition', 'channel.chat.message', '1', CHANNEL],
    [
      'two sides of a raid',
      'channel.raid',
      '1',
      {
        from_broadcaster_user_id: '100',
        to_broadcaster_user_id: '101',
      },
    ],
    ['nobody', 'stream.online', '1', { broadcaster_user_id: '424242' }],
    ['what only applications get', 'drop.entitlement.grant', '1', { organization_id: '1' }],
  ])('answers 400 for %s', async (_name, type, version, condition) => {
    const { status, body } = await api.subscribe(await openSession(), type, condition, version);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'Bad Request', status: 400 });
  });

  it('answers 400 for a session that is dead or was never there', async () => {
    const gone = twitch.connect();
    const id = await gone.sessionId();
    gone.close();
    await gone.closed;
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
    const other = await twitch.signIn({ userId: '300' });
    expect((await other.subscribe(id, 'stream.online', CHANNEL)).status).toBe(400);
  });

  it.each([
    { when: 'the scope is missing', who: { scopes: '' }, type: 'channel.chat.message' },
    { when: 'the reader is somebody else', who: { userId: '300' }, type: 'channel.chat.message' },
    {
      when: 'a viewer is no moderator',
      who: { scopes: 'moderator:read:followers' },
      type: 'channel.follow',
      version: '2',
      condition: { broadcaster_user_id: '100', moderator_user_id: '200' },
    },
    {
      when: 'a moderator is not the streamer',
      who: { userId: '300', scopes: 'channel:read:polls' },
      type: 'channel.poll.begin',
      condition: CHANNEL,
    },
    {
      when: 'one of the many scopes is missing',
      who: { userId: '300', scopes: 'moderator:read:blocked_terms' },
      type: 'channel.moderate',
      version: '2',
      condition: MODERATED,
    },
  ])('answers 403 when $when', async ({ who, type, version, condition = CHAT }) => {
    const other = await twitch.signIn(who);
    const answer = await other.subscribe(await openSession(), type, condition, version);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual(FORBIDDEN);
  });

  it('lets a moderator have follows, and the streamer everything', async () => {
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
      // Two versions of one type are the same subscription to Twitch, so make room for the next.
      const [{ id } = { id: '' }] = answer.body.data as { id: string }[];
      await streamer.delete(`${PATH}?id=${id}`);
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

  it('answers 400 when the body is no JSON of that shape', async () => {
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

describe('listing and deleting', () => {
  it('shows a user their own only, by at most one filter, and forgets what is deleted', async () => {
    const mine = await twitch.signIn({ clientId: 'client-for-lists' });
    const { id } = await twitch.listen(mine);
    await mine.subscribe(id, 'stream.online', CHANNEL);
    const { body } = await mine.get(`${PATH}?type=stream.online`);
    expect(body).toMatchObject({
      total: 2,
      total_cost: 1,
      max_total_cost: 10,
      data: [{ type: 'stream.online', transport: { session_id: id } }],
      pagination: {},
    });
    expect((await mine.get(`${PATH}?type=a&status=b`)).status).toBe(400);

    const [{ id: subscription } = { id: '' }] = body.data as { id: string }[];
    expect((await api.delete(`${PATH}?id=${subscription}`)).status).toBe(404);
    expect((await mine.delete(`${PATH}?id=${subscription}`)).status).toBe(204);
    expect((await mine.delete(`${PATH}?id=${subscription}`)).status).toBe(404);
    expect((await mine.delete(PATH)).status).toBe(400);
    expect((await mine.get(PATH)).body).toMatchObject({ total: 1, total_cost: 0 });
  });

  it('comes in pages of a hundred', async () => {
    const mine = await twitch.signIn({ clientId: 'client-for-pages', scopes: CHAT_SCOPE });
    const session = await openSession();
    for (let index = 0; index < 101; index += 1) {
      const types = ['channel.chat.message', 'channel.chat.clear', 'channel.chat.message_delete'];
      const condition = { broadcaster_user_id: String(1_000 + (index % 40)), user_id: '200' };
      await mine.subscribe(session, types[Math.floor(index / 40)] ?? '', condition);
    }
    const first = await mine.get(PATH);
    expect(first.body.data).toHaveLength(100);
    const { cursor } = first.body.pagination as { cursor: string };
    const second = await mine.get(`${PATH}?after=${cursor}`);
    expect(second.body).toMatchObject({ data: [{}], pagination: {}, total: 101 });
  });
});

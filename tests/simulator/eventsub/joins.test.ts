// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { moreStreamers } from '../world/people/more-streamers.ts';

let now = 0;
let twitch: Harness;
let api: Api;

beforeEach(async () => {
  now = Date.parse('2026-11-23T20:15:00Z');
  twitch = await startHarness({ clock: { now: () => now } });
  api = await twitch.signIn();
});
afterEach(() => twitch.close());

/** Subscribes to a type for some of the fifty streamers; returns the answers' statuses. */
async function join(
  session: string,
  [first, last]: readonly [number, number],
  type = 'channel.chat.notification',
) {
  const statuses: number[] = [];
  for (const { id } of moreStreamers(last).slice(first - 1)) {
    const condition = { broadcaster_user_id: id, user_id: '200' };
    statuses.push((await api.subscribe(session, type, condition)).status);
    now += 100;
  }
  return statuses;
}

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

describe('joins of chat rooms', () => {
  it('are limited to 20 in 10 seconds; later, others are possible', async () => {
    const session = await twitch.connect().sessionId();
    expect(await join(session, [1, 22])).toEqual([...times(20, 202), 429, 429]);
    // The first five joins are more than ten seconds ago.
    now += 8_250;
    expect(await join(session, [21, 27])).toEqual([...times(7, 202)]);
  });

  it('are refused like too many requests', async () => {
    const session = await twitch.connect().sessionId();
    await join(session, [1, 20]);
    const condition = { broadcaster_user_id: '100', user_id: '200' };
    const { body, headers } = await api.subscribe(session, 'channel.chat.message', condition);
    expect(body).toEqual({
      error: 'Too Many Requests',
      status: 429,
      message: 'too many join requests, please slow down',
    });
    expect(headers.get('Ratelimit-Remaining')).not.toBeNull();
  });

  it('are counted for a second type in the same room, and not for refused requests', async () => {
    const session = await twitch.connect().sessionId();
    await join(session, [1, 10]);
    expect(await join(session, [1, 10])).toEqual(times(10, 409));
    expect(await join(session, [1, 11], 'channel.chat.message')).toEqual([...times(10, 202), 429]);
    const others = await api.subscribe(session, 'stream.online', { broadcaster_user_id: '100' });
    expect(others.status).toBe(202);
    expect((await twitch.admin.state()).chat_joins).toEqual({
      200: { joined: 20, refused: 1, most_in_window: 20 },
    });
  });

  it('are counted for each user', async () => {
    await join(await twitch.connect().sessionId(), [1, 20]);
    const moderator = await twitch.signIn({ userId: '300' });
    const session = await twitch.connect().sessionId();
    const condition = { broadcaster_user_id: '100', user_id: '300' };
    const answer = await moderator.subscribe(session, 'channel.chat.message', condition);
    expect(answer.status).toBe(202);
  });
});

it('counts requests by minute, and the cost by session', async () => {
  const session = await twitch.connect().sessionId();
  await api.subscribe(session, 'stream.online', { broadcaster_user_id: '100' });
  await api.get('/streams?user_id=100');
  now += 60_000;
  await api.get('/streams?user_id=100');
  await api.get('/streams?user_id=101');
  const { requests_by_minute, sessions } = await twitch.admin.state();
  expect(requests_by_minute).toMatchObject({
    '2026-11-23T20:15': { 'GET /helix/streams': 1, 'POST /helix/eventsub/subscriptions': 1 },
    '2026-11-23T20:16': { 'GET /helix/streams': 2 },
  });
  expect(sessions).toMatchObject([{ id: session, total_cost: 1 }]);
});

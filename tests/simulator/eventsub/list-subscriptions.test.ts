// @vitest-environment node
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { CHAT_SCOPE, type Harness, startHarness } from '../testing/harness.ts';

const PATH = '/eventsub/subscriptions';
const CHANNEL = { broadcaster_user_id: '100' };

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness({ timings: { maxJoins: 200 } });
  api = await twitch.signIn();
});
afterEach(() => twitch.admin.fault({ kind: 'close', code: 1000 }));
afterAll(() => twitch.close());

async function openSession(): Promise<string> {
  return twitch.connect().sessionId();
}

describe('listing and deleting subscriptions', () => {
  it('returns only the own subscriptions, accepts one filter, and deletes by id', async () => {
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

  it('returns pages of a hundred', async () => {
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

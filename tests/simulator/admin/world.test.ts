// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';

let twitch: Harness;
let api: Api;

beforeEach(async () => {
  twitch = await startHarness();
  api = await twitch.signIn({ scopes: 'user:read:follows' });
});
afterEach(() => twitch.close());

const dataOf = async (path: string) => (await api.get(path)).body.data;
const streamsOf100 = () => dataOf('/streams?user_id=100');

describe('a broadcast', () => {
  it('continues with its id and start after it has ended', async () => {
    const stream_id = (await twitch.admin.setLive({ streamer: '100', live: true })) ?? '';
    const [before] = (await streamsOf100()) as { started_at: string }[];
    await twitch.admin.setLive({ streamer: '100', live: false });
    expect(await streamsOf100()).toEqual([]);
    await twitch.admin.setLive({ streamer: '100', live: true, stream_id });
    expect(await streamsOf100()).toMatchObject([{ id: stream_id, started_at: before?.started_at }]);
    const vods = (await dataOf('/videos?user_id=100')) as { stream_id: string }[];
    expect(vods.filter((vod) => vod.stream_id === stream_id)).toHaveLength(1);
  });

  it('ends when another one begins', async () => {
    await twitch.admin.setLive({ streamer: '100', live: true, stream_id: '41' });
    await twitch.admin.setLive({ streamer: '100', live: true, stream_id: '42' });
    expect(await streamsOf100()).toMatchObject([{ id: '42' }]);
    const vods = (await dataOf('/videos?user_id=100')) as { stream_id: string }[];
    expect(vods.slice(0, 2).map((vod) => vod.stream_id)).toEqual(['42', '41']);
  });
});

describe('a user', () => {
  it('can be renamed; the old name is free for another user', async () => {
    await twitch.admin.changeUser({ user: 'demo_streamer', login: 'new_name', name: 'New_Name' });
    await twitch.admin.changeUser({ user: '101', login: 'demo_streamer', name: 'Demo_Streamer' });
    const renamed = { id: '100', login: 'new_name', display_name: 'New_Name' };
    expect(await dataOf('/users?id=100')).toMatchObject([renamed]);
    expect(await dataOf('/users?login=new_name')).toMatchObject([renamed]);
    expect(await dataOf('/users?login=demo_streamer')).toMatchObject([{ id: '101' }]);
    expect(await dataOf('/channels?broadcaster_id=100')).toMatchObject([
      { broadcaster_login: 'new_name', broadcaster_name: 'New_Name' },
    ]);
    expect(await dataOf('/channels/followed?user_id=200&first=2')).toMatchObject([
      { broadcaster_login: 'new_name' },
      { broadcaster_login: 'demo_streamer' },
    ]);
    expect((await fetch(`${twitch.base}/new_name`)).status).toBe(200);
  });

  it('can be renamed while signed in', async () => {
    await twitch.admin.changeUser({ user: '200', login: 'new_viewer' });
    expect(await dataOf('/users')).toMatchObject([{ login: 'new_viewer' }]);
    const headers = { Authorization: `OAuth ${api.token}` };
    const { body } = await twitch.fetch('/oauth2/validate', { headers });
    expect(body).toMatchObject({ login: 'new_viewer', user_id: '200' });
  });

  it('can be gone, and return', async () => {
    await twitch.admin.changeUser({ user: '100', gone: true });
    expect(await dataOf('/users?id=100&login=demo_streamer')).toEqual([]);
    expect(await dataOf('/channels?broadcaster_id=100')).toEqual([]);
    await twitch.admin.changeUser({ user: 'demo_streamer', gone: false });
    expect(await dataOf('/users?id=100')).toMatchObject([{ login: 'demo_streamer' }]);
  });

  it('who is gone cannot be subscribed to', async () => {
    await twitch.admin.changeUser({ user: '101', gone: true });
    const session = await twitch.connect().sessionId();
    const subscribe = () => api.subscribe(session, 'stream.online', { broadcaster_user_id: '101' });
    expect((await subscribe()).status).toBe(400);
    await twitch.admin.changeUser({ user: '101', gone: false });
    expect((await subscribe()).status).toBe(202);
  });

  it('must exist', async () => {
    await expect(twitch.admin.changeUser({ user: 'nobody_here' })).rejects.toThrow('nobody_here');
  });
});

it('plays a broadcast that flaps, and an end that is late', async () => {
  await twitch.admin.scenario({ name: 'flapping', seed: 1, speed: 100_000 });
  await expect.poll(async () => (await twitch.admin.state()).scenario).toBeNull();
  const sent = await twitch.admin.listSent(0);
  const [first, second] = [...new Set(sent.map(({ event }) => event.id))];
  expect(sent.map(({ type, event }) => [type, event.id])).toEqual([
    ['stream.online', first],
    ['stream.offline', first],
    ['stream.online', first],
    ['stream.offline', first],
    ['stream.online', first],
    ['stream.online', second],
    ['stream.offline', first],
    ['stream.offline', second],
  ]);
});

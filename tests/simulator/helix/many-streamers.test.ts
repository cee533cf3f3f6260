// @vitest-environment node
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import { MORE_STREAMERS } from '../world/people/more-streamers.ts';

const IDS = MORE_STREAMERS.map(({ person }) => person.id);

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness();
  api = await twitch.signIn({ scopes: 'user:read:chat user:read:follows' });
});
afterAll(() => twitch.close());

function query(parameter: string, ids: readonly string[]): string {
  return ids.map((id) => `${parameter}=${id}`).join('&');
}

const PATHS = [
  ['/users', 'id', 50],
  ['/streams', 'user_id', 12],
  ['/channels', 'broadcaster_id', 50],
] as const;

it.each(PATHS)('%s returns fifty streamers with one call', async (path, parameter, count) => {
  const { body } = await api.get(`${path}?${query(parameter, IDS)}&first=100`);
  expect(body.data).toHaveLength(count);
});

it.each(PATHS)('%s refuses more than a hundred ids', async (path, parameter) => {
  const ids = [...IDS, ...IDS];
  expect((await api.get(`${path}?${query(parameter, ids)}`)).status).toBe(200);
  expect((await api.get(`${path}?${query(parameter, [...ids, '100'])}`)).status).toBe(400);
});

it('has a viewer who follows some of them', async () => {
  const { body } = await api.get('/channels/followed?user_id=200');
  expect(body).toMatchObject({ total: 17 });
  const live = await api.get('/streams/followed?user_id=200');
  expect(live.body.data).toHaveLength(13);
});

it('leaves out a streamer who is gone, and knows one who is renamed by the id', async () => {
  await twitch.admin.changeUser({ user: '2001', gone: true });
  await twitch.admin.changeUser({ user: '2002', login: 'channel_new', name: 'Channel_New' });
  const { body } = await api.get('/users?id=2001&id=2002&login=channel_02');
  expect(body.data).toMatchObject([{ id: '2002', login: 'channel_new' }]);
  const streams = await api.get('/streams?user_id=2001&user_id=2002');
  expect(streams.body.data).toMatchObject([{ user_id: '2002', user_name: 'Channel_New' }]);
});

it('returns twenty streams unless more are asked for', async () => {
  for (const id of IDS.slice(12, 30)) await twitch.admin.setLive({ streamer: id, live: true });
  expect((await api.get(`/streams?${query('user_id', IDS)}`)).body.data).toHaveLength(20);
  expect((await api.get(`/streams?${query('user_id', IDS)}&first=100`)).body.data).toHaveLength(29);
});

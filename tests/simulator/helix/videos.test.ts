// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';

let twitch: Harness;
let api: Api;

beforeAll(async () => {
  twitch = await startHarness();
  api = await twitch.signIn();
});
afterAll(() => twitch.close());

describe('videos', () => {
  it('contain VODs from before the start', async () => {
    const { body } = await api.get('/videos?user_id=100&type=archive&first=1');
    expect(body.data).toMatchObject([{ user_login: 'demo_streamer', type: 'archive' }]);
    expect((await api.get('/videos')).status).toBe(400);
    expect((await api.get('/videos?id=1')).status).toBe(404);
  });

  it('contain the VODs of later broadcasts, with the id of the stream', async () => {
    const id = await twitch.admin.setLive({ streamer: '100', live: true, title: 'Tonight' });
    const path = '/videos?user_id=100&type=archive&first=2';
    expect((await api.get(path)).body.data).toMatchObject([{ stream_id: id }, {}]);
    await twitch.admin.setLive({ streamer: '100', live: false });
    expect((await api.get(path)).body.data).toMatchObject([
      { stream_id: id, title: 'Tonight', duration: expect.stringMatching(/^\d+s$/) },
      { duration: '3h8m33s' },
    ]);
  });

  it('are empty for a channel without VODs', async () => {
    await twitch.admin.setLive({ streamer: '101', live: true });
    expect((await api.get('/videos?user_id=101')).body.data).toEqual([]);
  });
});

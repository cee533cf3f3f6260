// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest';
import { createTwitchApi, type TwitchApi } from '@/lib/twitch/helix/api';
import { CLIENT_ID, type Harness, startHarness } from '@/tests/simulator/testing/harness';
import { MODERATOR } from '@/tests/simulator/world/people/accounts';

const SCOPES = ['user:read:chat', 'user:read:moderated_channels'];

let twitch: Harness | undefined;

afterEach(async () => {
  vi.unstubAllGlobals();
  await twitch?.close();
});

/** Returns the API of the extension, whose requests go to a simulator. */
async function prepareApi(): Promise<{ api: TwitchApi; admin: Harness['admin'] }> {
  const { signIn, base, admin } = (twitch = await startHarness());
  const { token } = await signIn({ userId: MODERATOR.id, scopes: SCOPES.join(' ') });
  const original = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) => {
    const { hostname, pathname, search } = new URL(url);
    return original(hostname === 'api.twitch.tv' ? `${base}${pathname}${search}` : url, init);
  });
  const api = createTwitchApi({
    userId: MODERATOR.id,
    clientId: CLIENT_ID,
    token,
  });
  return { api, admin };
}

it('asks Twitch about many channels with one request each', async () => {
  const { api, admin } = await prepareApi();
  const id = await admin.setLive({ streamer: '100', live: true, title: 'Tea', category: 'Chess' });
  await admin.setLive({ streamer: '101', live: false, title: 'Coffee', category: 'Go' });
  const ids = Array.from({ length: 100 }, (_, index) => `${50 + index}`);

  const { live, unreadable } = await api.streams(ids);
  // Some neighbors are live, too.
  expect([live.get('100')?.streamId, live.has('101'), live.size > 1]).toEqual([id, false, true]);
  expect(unreadable.size).toBe(0);

  const infos = await api.channelInfos(ids);
  expect(infos.get('100')).toMatchObject({ title: 'Tea', category: 'Chess' });
  expect(infos.get('101')).toMatchObject({ title: 'Coffee', category: 'Go' });

  expect(await api.moderatedChannels()).toEqual(['100']);
});

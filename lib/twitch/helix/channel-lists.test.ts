import { describe, expect, it } from 'vitest';
import { type FakeFetch, fakeFetch, json } from '@/tests/support/fake-fetch';
import { createTwitchApi } from './api';

const api = () =>
  createTwitchApi({ userId: '200', clientId: 'c1', token: 't', scopes: ['user:read:follows'] });

const followed = (id: number) => ({
  broadcaster_id: `${id}`,
  broadcaster_login: `login_${id}`,
  broadcaster_name: `Login_${id}`,
  followed_at: '2026-10-01T18:00:00Z',
});

const FOUND = {
  id: '112',
  broadcaster_login: 'thalassa_gr',
  display_name: 'Θάλασσα',
  is_live: true,
  thumbnail_url: 'https://static-cdn.jtvnw.net/a.png',
  started_at: '2026-10-01T18:00:00Z',
};

interface Twitch {
  /** Rows of Get Followed Channels, page by page. */
  pages: object[][];
  live?: string[];
}

/** Every user has a picture, and whoever is in `live` is. */
function twitch({ pages, live = [] }: Twitch): FakeFetch {
  return fakeFetch(({ url }) => {
    if (url.pathname === '/helix/users') {
      const ids = url.searchParams.getAll('id');
      return json({ data: ids.map((id) => ({ id, profile_image_url: `picture-${id}` })) });
    }
    if (url.pathname === '/helix/streams/followed') {
      return json({ data: live.map((user_id) => ({ user_id })), pagination: {} });
    }
    const page = Number(url.searchParams.get('after') ?? 0);
    const pagination = page + 1 < pages.length ? { cursor: `${page + 1}` } : {};
    return json({ data: pages[page], pagination, total: 1 });
  });
}

const asked = ({ requests }: FakeFetch, path: string) =>
  requests.filter(({ url }) => url.pathname === path);

describe('followed channels', () => {
  it('come with picture and whether they are live', async () => {
    twitch({ pages: [[followed(1), followed(2)]], live: ['2'] });
    expect(await api().followedChannels()).toEqual([
      { id: '1', login: 'login_1', name: 'Login_1', avatarUrl: 'picture-1', isLive: false },
      { id: '2', login: 'login_2', name: 'Login_2', avatarUrl: 'picture-2', isLive: true },
    ]);
  });

  it('come from all pages, and a hundred pictures at a time', async () => {
    const page = (start: number) => Array.from({ length: 60 }, (_, at) => followed(start + at));
    const network = twitch({ pages: [page(0), page(60)] });
    const channels = await api().followedChannels();
    expect(channels).toHaveLength(120);
    expect(channels.every(({ id, avatarUrl }) => avatarUrl === `picture-${id}`)).toBe(true);
    const pages = asked(network, '/helix/channels/followed');
    expect(pages.map(({ url }) => url.search)).toEqual([
      '?user_id=200&first=100',
      '?user_id=200&after=1&first=100',
    ]);
    expect(asked(network, '/helix/users')).toHaveLength(2);
  });

  it('are read ten pages far, even if there is no end', async () => {
    const network = twitch({ pages: Array.from({ length: 50 }, (_, id) => [followed(id)]) });
    expect(await api().followedChannels()).toHaveLength(10);
    expect(asked(network, '/helix/channels/followed')).toHaveLength(10);
  });

  it('are none for who follows nobody, and no pictures are asked for', async () => {
    const network = twitch({ pages: [[]] });
    expect(await api().followedChannels()).toEqual([]);
    expect(asked(network, '/helix/users')).toEqual([]);
  });
});

describe('found channels', () => {
  const search = async (...rows: object[]) => {
    const network = fakeFetch(() => json({ data: rows, pagination: {} }));
    return { channels: await api().searchChannels('θάλ & co'), network };
  };

  it('are asked for with what is searched', async () => {
    const { network } = await search(FOUND);
    expect(network.last.url.pathname).toBe('/helix/search/channels');
    expect(network.last.url.searchParams.get('query')).toBe('θάλ & co');
  });

  it('come with picture and whether they are live', async () => {
    expect((await search(FOUND)).channels).toEqual([
      {
        id: '112',
        login: 'thalassa_gr',
        name: 'Θάλασσα',
        avatarUrl: 'https://static-cdn.jtvnw.net/a.png',
        isLive: true,
      },
    ]);
  });

  it('without a display name are told by their login', async () => {
    const { channels } = await search({ ...FOUND, display_name: '' });
    expect(channels[0]?.name).toBe('thalassa_gr');
  });

  it.each([
    ['a login that can not be one', { broadcaster_login: '../settings' }],
    ['no login', { broadcaster_login: undefined }],
    ['a number for an id', { id: 112 }],
    ['no picture', { thumbnail_url: null }],
  ])('with %s are left out, and only they', async (_what, fields) => {
    const { channels } = await search({ ...FOUND, ...fields }, { ...FOUND, id: '113' });
    expect(channels.map(({ id }) => id)).toEqual(['113']);
  });
});

import { describe, expect, it } from 'vitest';
import { type FakeFetch, fakeFetch, json } from '@/tests/support/fakes/fake-fetch';
import { createTwitchApi } from './api';

const createApi = () => createTwitchApi({ userId: '200', clientId: 'c1', token: 't' });

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

interface FollowedChannels {
  /** Rows of Get Followed Channels, page by page. */
  pages: object[][];
  live?: string[];
}

/** A Twitch where every user has an avatar. `live` has the ids of the live channels. */
function fakeTwitch({ pages, live = [] }: FollowedChannels): FakeFetch {
  return fakeFetch(({ url }) => {
    if (url.pathname === '/helix/users') {
      const ids = url.searchParams.getAll('id');
      return json({ data: ids.map((id) => ({ id, profile_image_url: `avatar-${id}` })) });
    }
    if (url.pathname === '/helix/streams/followed') {
      return json({ data: live.map((user_id) => ({ user_id })), pagination: {} });
    }
    const page = Number(url.searchParams.get('after') ?? 0);
    const pagination = page + 1 < pages.length ? { cursor: `${page + 1}` } : {};
    return json({ data: pages[page], pagination, total: 1 });
  });
}

const requestsTo = ({ requests }: FakeFetch, path: string) =>
  requests.filter(({ url }) => url.pathname === path);

describe('followedChannels', () => {
  it('returns channels with avatar and live state', async () => {
    fakeTwitch({ pages: [[followed(1), followed(2)]], live: ['2'] });
    expect(await createApi().followedChannels()).toEqual([
      { id: '1', login: 'login_1', name: 'Login_1', avatarUrl: 'avatar-1', isLive: false },
      { id: '2', login: 'login_2', name: 'Login_2', avatarUrl: 'avatar-2', isLive: true },
    ]);
  });

  it('reads all pages, and avatars in groups of a hundred', async () => {
    const page = (start: number) => Array.from({ length: 60 }, (_, at) => followed(start + at));
    const network = fakeTwitch({ pages: [page(0), page(60)] });
    const channels = await createApi().followedChannels();
    expect(channels).toHaveLength(120);
    expect(channels.every(({ id, avatarUrl }) => avatarUrl === `avatar-${id}`)).toBe(true);
    const pages = requestsTo(network, '/helix/channels/followed');
    expect(pages.map(({ url }) => url.search)).toEqual([
      '?user_id=200&first=100',
      '?user_id=200&after=1&first=100',
    ]);
    expect(requestsTo(network, '/helix/users')).toHaveLength(2);
  });

  it('reads at most ten pages', async () => {
    const network = fakeTwitch({ pages: Array.from({ length: 50 }, (_, id) => [followed(id)]) });
    expect(await createApi().followedChannels()).toHaveLength(10);
    expect(requestsTo(network, '/helix/channels/followed')).toHaveLength(10);
  });

  it('requests no avatars for a viewer who follows no channel', async () => {
    const network = fakeTwitch({ pages: [[]] });
    expect(await createApi().followedChannels()).toEqual([]);
    expect(requestsTo(network, '/helix/users')).toEqual([]);
  });
});

describe('followedLive', () => {
  const streaming = (id: number, viewer_count: number) => ({
    user_id: `${id}`,
    user_login: `login_${id}`,
    user_name: id === 1 ? '' : `Login_${id}`,
    viewer_count,
    ...(id === 2 && { title: 'Any%', game_name: 'Celeste' }),
  });

  /** A Twitch where these streams are live. */
  const fakeStreams = (...rows: object[]) =>
    fakeFetch(({ url }) =>
      url.pathname === '/helix/users'
        ? json({ data: [{ id: '2', profile_image_url: 'avatar-2' }] })
        : json({ data: rows, pagination: {} }),
    );

  it('returns the most watched channels first, with avatar, by two requests', async () => {
    const network = fakeStreams(streaming(1, 5), streaming(2, 70), streaming(3, 1));
    expect(await createApi().followedLive(2)).toEqual([
      {
        id: '2',
        login: 'login_2',
        name: 'Login_2',
        avatarUrl: 'avatar-2',
        isLive: true,
        stream: {
          title: 'Any%',
          category: 'Celeste',
          viewers: 70,
        },
      },
      {
        id: '1',
        login: 'login_1',
        name: 'login_1',
        avatarUrl: '',
        isLive: true,
        stream: {
          title: '',
          category: '',
          viewers: 5,
        },
      },
    ]);
    expect(network.requests.map(({ url }) => url.pathname)).toEqual([
      '/helix/streams/followed',
      '/helix/users',
    ]);
    expect(network.last.url.searchParams.getAll('id')).toEqual(['2', '1']);
  });

  it('leaves out what is invalid, and requests no avatars if nobody is live', async () => {
    const network = fakeStreams({ ...streaming(1, 5), user_login: '../settings' });
    expect(await createApi().followedLive(8)).toEqual([]);
    expect(network.requests).toHaveLength(1);
  });
});

describe('searchChannels', () => {
  const search = async (...rows: object[]) => {
    const network = fakeFetch(() => json({ data: rows, pagination: {} }));
    return { channels: await createApi().searchChannels('θάλ & co'), network };
  };

  it('sends the query', async () => {
    const { network } = await search(FOUND);
    expect(network.last.url.pathname).toBe('/helix/search/channels');
    expect(network.last.url.searchParams.get('query')).toBe('θάλ & co');
  });

  it('returns channels with avatar and live state', async () => {
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

  it('uses the login of a channel without a display name', async () => {
    const { channels } = await search({ ...FOUND, display_name: '' });
    expect(channels[0]?.name).toBe('thalassa_gr');
  });

  it.each([
    ['an invalid login', { broadcaster_login: '../settings' }],
    ['no login', { broadcaster_login: undefined }],
    ['a number for an id', { id: 112 }],
    ['no avatar', { thumbnail_url: null }],
  ])('leaves out only the channel with %s', async (_case, fields) => {
    const { channels } = await search({ ...FOUND, ...fields }, { ...FOUND, id: '113' });
    expect(channels.map(({ id }) => id)).toEqual(['113']);
  });
});

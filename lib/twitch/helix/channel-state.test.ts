import { describe, expect, it } from 'vitest';
import { HELIX_CHANNEL, HELIX_STREAM } from '@/tests/support/builders/helix-rows';
import { fakeFetch, helixRefusal } from '@/tests/support/fakes/fake-fetch';
import {
  aTwitchApi,
  callHelix,
  errorOf,
  helixResponse,
  RATE_LIMIT_HEADERS,
} from '@/tests/support/running/helix-request';

describe('stream', () => {
  it.each([
    ['live', [HELIX_STREAM], { streamId: '77', startedAt: Date.UTC(2026, 9, 1, 18) }],
    ['offline', [], null],
  ])('reads a channel that is %s', async (_state, data, expected) => {
    const { value, last } = await callHelix((api) => api.stream('100'), data);
    expect(last.url.searchParams.get('user_id')).toBe('100');
    expect(value).toEqual(expected);
  });
});

describe('channelInfo', () => {
  it.each([
    ['exists', [HELIX_CHANNEL], { title: 'Tea', category: '', language: 'en', labels: [] }],
    ['does not exist', [], null],
  ])('reads a channel that %s', async (_state, data, expected) => {
    const { value, last } = await callHelix((api) => api.channelInfo('100'), data);
    expect(last.url.searchParams.get('broadcaster_id')).toBe('100');
    expect(value).toEqual(expected);
  });
});

describe('streams', () => {
  const OTHER = { ...HELIX_STREAM, id: '78', user_id: '101', started_at: '2026-10-01T18:30:00Z' };
  const LIVE = { streamId: '77', startedAt: Date.UTC(2026, 9, 1, 18) };

  /** Returns the live user ids, and those that are unreadable, of a request for 100, 101 and 102. */
  async function readIds(...rows: unknown[]): Promise<[string[], string[]]> {
    const { value } = await callHelix((api) => api.streams(['100', '101', '102']), rows);
    return [[...value.live.keys()], [...value.unreadable]];
  }

  it('requests all users at once, each with a parameter of its own', async () => {
    const ids = Array.from({ length: 100 }, (_, id) => `${id}`);
    const { last } = await callHelix((api) => api.streams(ids), []);
    expect(last.url.pathname).toBe('/helix/streams');
    expect(last.url.searchParams.getAll('user_id')).toEqual(ids);
    // Without it, Helix returns the 20 with the most viewers.
    expect(last.url.searchParams.get('first')).toBe('100');
  });

  it('returns the live streams by user', async () => {
    const { value } = await callHelix(
      (api) => api.streams(['100', '101', '102']),
      [OTHER, HELIX_STREAM],
    );
    expect(value.live.get('100')).toEqual(LIVE);
    expect(value.live.get('101')).toEqual({
      streamId: '78',
      startedAt: Date.UTC(2026, 9, 1, 18, 30),
    });
    expect(value.live.has('102')).toBe(false);
    expect([...value.unreadable]).toEqual([]);
  });

  it('sends no request without a user, because Helix would return the streams of anybody', async () => {
    const network = fakeFetch(() => helixResponse([HELIX_STREAM]));
    const { live } = await aTwitchApi().streams([]);
    expect([live.size, network.requests.length]).toEqual([0, 0]);
  });

  it.each<[string, unknown, string[]]>([
    ['only its user if its id is no text', { ...HELIX_STREAM, id: 77 }, ['100']],
    ['only its user if its time is no time', { ...HELIX_STREAM, started_at: 'soon' }, ['100']],
    ['everybody else if it names no user', { ...HELIX_STREAM, user_id: null }, ['100', '102']],
    ['everybody else if it is none', null, ['100', '102']],
    ['nobody if it is not of a requested user', { ...HELIX_STREAM, id: 1, user_id: '9' }, []],
  ])('reports an unreadable row: %s', async (_case, row, expected) => {
    expect(await readIds(row, OTHER)).toEqual([['101'], expected]);
  });

  it('throws if Twitch refuses the request', async () => {
    fakeFetch(() => helixRefusal(401, 'invalid token', RATE_LIMIT_HEADERS));
    expect(await errorOf(aTwitchApi().streams(['100']))).toMatchObject({ status: 401 });
  });
});

describe('viewers', () => {
  it('returns the numbers of all users with one request', async () => {
    const other = { ...HELIX_STREAM, user_id: '101', viewer_count: 0 };
    const { value, last } = await callHelix(
      (api) => api.viewers(['100', '101', '102']),
      [HELIX_STREAM, other],
    );
    expect(last.url.pathname).toBe('/helix/streams');
    expect(last.url.search).toBe('?user_id=100&user_id=101&user_id=102&first=100');
    expect([...value]).toEqual([
      ['100', 12],
      ['101', 0],
    ]);
  });

  it.each([undefined, null, '12', -1, 1.5])('leaves out a number that is %s', async (count) => {
    const unreadable = { ...HELIX_STREAM, user_id: '101', viewer_count: count };
    const { value } = await callHelix(
      (api) => api.viewers(['100', '101']),
      [unreadable, HELIX_STREAM],
    );
    expect([...value]).toEqual([['100', 12]]);
  });

  it('sends no request without a user', async () => {
    const network = fakeFetch(() => helixResponse([HELIX_STREAM]));
    expect((await aTwitchApi().viewers([])).size).toBe(0);
    expect(network.requests).toEqual([]);
  });
});

describe('channelInfos', () => {
  const OTHER = { ...HELIX_CHANNEL, broadcaster_id: '101', title: 'Coffee' };

  it('requests all channels at once, each with a parameter of its own', async () => {
    const { last } = await callHelix((api) => api.channelInfos(['100', '101']), []);
    expect(last.url.pathname).toBe('/helix/channels');
    expect(last.url.search).toBe('?broadcaster_id=100&broadcaster_id=101');
  });

  it('returns channels by user', async () => {
    const { value } = await callHelix(
      (api) => api.channelInfos(['100', '101', '102']),
      [OTHER, HELIX_CHANNEL],
    );
    expect(Object.fromEntries(value)).toEqual({
      100: { title: 'Tea', category: '', language: 'en', labels: [] },
      101: { title: 'Coffee', category: '', language: 'en', labels: [] },
    });
  });

  it.each([
    ['no title', { ...HELIX_CHANNEL, title: undefined }],
    ['no id', { ...HELIX_CHANNEL, broadcaster_id: 100 }],
    ['labels that are no text', { ...HELIX_CHANNEL, content_classification_labels: [1] }],
  ])('leaves out only the channel with %s', async (_case, row) => {
    const { value } = await callHelix((api) => api.channelInfos(['100', '101']), [row, OTHER]);
    expect([...value.keys()]).toEqual(['101']);
  });

  it('sends no request without a channel', async () => {
    const network = fakeFetch(() => helixResponse([HELIX_CHANNEL]));
    expect((await aTwitchApi().channelInfos([])).size).toBe(0);
    expect(network.requests).toEqual([]);
  });
});

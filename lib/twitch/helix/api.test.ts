import { describe, expect, it } from 'vitest';
import { aTwitchApi as api, asked, failure, helix, RATE } from '@/tests/support/asked-helix';
import { fakeFetch, helixRefusal, json, noNetwork } from '@/tests/support/fake-fetch';

const USER = {
  id: '100',
  login: 'demo_streamer',
  display_name: 'Demo_Streamer',
  type: '',
  broadcaster_type: 'partner',
  description: '',
  profile_image_url: 'https://static-cdn.jtvnw.net/a.png',
  offline_image_url: '',
  view_count: 0,
  created_at: '2019-05-14T09:30:00Z',
};
const STREAMER = {
  id: '100',
  login: 'demo_streamer',
  name: 'Demo_Streamer',
  avatarUrl: 'https://static-cdn.jtvnw.net/a.png',
};
const STREAM = {
  id: '77',
  user_id: '100',
  user_login: 'demo_streamer',
  user_name: 'Demo_Streamer',
  game_id: '1',
  game_name: 'Chess',
  type: 'live',
  title: 'Tea',
  tags: null,
  viewer_count: 12,
  started_at: '2026-10-01T18:00:00Z',
  language: 'en',
  thumbnail_url: '',
  tag_ids: [],
  is_mature: false,
};
const CHANNEL = {
  broadcaster_id: '100',
  broadcaster_login: 'demo_streamer',
  broadcaster_name: 'Demo_Streamer',
  broadcaster_language: 'en',
  game_id: '',
  game_name: '',
  title: 'Tea',
  delay: 0,
  tags: [],
  content_classification_labels: [],
  is_branded_content: false,
};

describe('who somebody is', () => {
  it('is asked with the credentials, by login', async () => {
    const { last } = await asked((twitch) => twitch.userByLogin('demo_streamer'), [USER]);
    expect(last.url.href).toBe('https://api.twitch.tv/helix/users?login=demo_streamer');
    expect(last.headers.get('Authorization')).toBe('Bearer t0k3n');
    expect(last.headers.get('Client-Id')).toBe('c1');
    expect(last.redirect).toBe('error');
  });

  it('is told in our own words', async () => {
    const { value } = await asked((twitch) => twitch.userByLogin('demo_streamer'), [USER]);
    expect(value).toEqual(STREAMER);
  });

  it('is nobody where Twitch knows none', async () => {
    expect((await asked((twitch) => twitch.userByLogin('ghost'), [])).value).toBeNull();
    expect((await asked((twitch) => twitch.me(), [])).value).toBeNull();
  });

  it('is asked by id for the viewer', async () => {
    const { value, last } = await asked((twitch) => twitch.me(), [{ ...USER, id: '200' }]);
    expect(last.url.search).toBe('?id=200');
    expect(value).toMatchObject({ id: '200' });
  });
});

describe('how a channel stands', () => {
  it.each([
    ['on the air', [STREAM], { streamId: '77', startedAt: Date.UTC(2026, 9, 1, 18) }],
    ['off the air', [], null],
  ])('is %s', async (_how, data, expected) => {
    const { value, last } = await asked((twitch) => twitch.stream('100'), data);
    expect(last.url.searchParams.get('user_id')).toBe('100');
    expect(value).toEqual(expected);
  });

  it.each([
    ['there', [CHANNEL], { title: 'Tea', category: '', language: 'en', labels: [] }],
    ['not there', [], null],
  ])('is told by a channel that is %s', async (_how, data, expected) => {
    const { value, last } = await asked((twitch) => twitch.channelInfo('100'), data);
    expect(last.url.searchParams.get('broadcaster_id')).toBe('100');
    expect(value).toEqual(expected);
  });
});

describe('subscriptions', () => {
  const condition = { broadcaster_user_id: '100' };
  const existing = (id: string, transport: object) => ({
    id,
    status: 'enabled',
    type: 'stream.online',
    version: '1',
    condition,
    created_at: '2026-10-01T18:00:00Z',
    transport,
    cost: 1,
  });

  it('are created for a session', async () => {
    const made = existing('f1', { method: 'websocket', session_id: 's1' });
    const { value, last } = await asked(
      (twitch) =>
        twitch.createSubscription({ type: 'stream.online', version: '1', condition }, 's1'),
      [made],
      202,
    );
    expect(value).toBe('f1');
    expect(last.method).toBe('POST');
    expect(JSON.parse(last.body)).toEqual({
      type: 'stream.online',
      version: '1',
      condition,
      transport: { method: 'websocket', session_id: 's1' },
    });
  });

  it('are deleted by id', async () => {
    const network = fakeFetch(() => new Response(null, { status: 204, headers: RATE }));
    await api().deleteSubscription('f1');
    expect(network.last.method).toBe('DELETE');
    expect(network.last.url.search).toBe('?id=f1');
  });

  it('of a type are listed with the session they belong to', async () => {
    const { value, last } = await asked(
      (twitch) => twitch.subscriptionsOfType('stream.online'),
      [
        existing('f1', { method: 'websocket', session_id: 's1' }),
        existing('f2', { method: 'webhook' }),
      ],
    );
    expect(last.url.searchParams.get('type')).toBe('stream.online');
    expect(value).toMatchObject([
      { id: 'f1', condition, sessionId: 's1' },
      { id: 'f2', condition, sessionId: null },
    ]);
  });
});

describe('a call that fails', () => {
  it.each([400, 401, 403, 404, 409])('with %i bears status and reason', async (status) => {
    fakeFetch(() => helixRefusal(status, 'because', RATE));
    const error = await failure(api().userByLogin('x'));
    expect(error).toMatchObject({ name: 'HelixError', status, reason: 'because' });
  });

  it('with a 429 that is no matter of the request rate is told at once', async () => {
    const network = fakeFetch(() => helixRefusal(429, 'number of websocket transports', RATE));
    const error = await failure(api().userByLogin('x'));
    expect(error).toMatchObject({ status: 429, reason: 'number of websocket transports' });
    expect(network.requests).toHaveLength(1);
  });

  it.each([
    ['no network', noNetwork, { status: null, problem: 'offline' }],
    ['a 503', () => helixRefusal(503, 'down', RATE), { status: 503, problem: 'twitch_down' }],
    ['a page', () => new Response('<html>', { headers: RATE }), { problem: 'twitch_down' }],
  ])('because of %s says so', async (_what, answer, expected) => {
    fakeFetch(answer);
    expect(await failure(api().userByLogin('x'))).toMatchObject(expected);
  });

  it('because Twitch answers with something else says that Twitch is at fault', async () => {
    fakeFetch(() => helix([{ ...USER, profile_image_url: 7 }]));
    expect(await failure(api().userByLogin('x'))).toMatchObject({ problem: 'twitch_down' });
  });
});

describe('trouble at Twitch', () => {
  it('is passed over when it is gone at the second time of asking', async () => {
    const answers = [helixRefusal(503, 'down', RATE), helix([USER])];
    const network = fakeFetch(() => answers.shift() ?? noNetwork());
    expect(await api().userByLogin('demo_streamer')).toEqual(STREAMER);
    expect(network.requests).toHaveLength(2);
  });

  it('is believed when it is told twice', async () => {
    const network = fakeFetch(() => helixRefusal(500, 'down', RATE));
    await failure(api().userByLogin('x'));
    expect(network.requests).toHaveLength(2);
  });
});

describe('where the browser hides the rate-limit headers', () => {
  it('calls made at the same time are all answered', async () => {
    fakeFetch(({ url }) =>
      json({ data: url.pathname.endsWith('/streams') ? [STREAM] : [CHANNEL], pagination: {} }),
    );
    const twitch = api();
    const answers = Promise.all([twitch.stream('100'), twitch.channelInfo('100')]);
    expect(await answers).toMatchObject([{ streamId: '77' }, { title: 'Tea' }]);
  });

  it('a 429 is told, and not asked again and again', async () => {
    const network = fakeFetch(() => helixRefusal(429, 'number of websocket transports'));
    const error = await failure(api().userByLogin('x'));
    expect(error).toMatchObject({ status: 429 });
    expect(network.requests).toHaveLength(1);
  });
});

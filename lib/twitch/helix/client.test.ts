import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { HELIX_CHANNEL, HELIX_STREAM, HELIX_USER } from '@/tests/support/builders/helix-rows';
import { fakeFetch, helixRefusal, json, noNetwork } from '@/tests/support/fakes/fake-fetch';
import {
  aTwitchApi,
  errorOf,
  helixResponse,
  RATE_LIMIT_HEADERS,
} from '@/tests/support/running/helix-request';
import { timeOut } from '@/tests/support/running/time-out';
import { createTwitchApi } from './api';

describe('a call that fails', () => {
  it.each([400, 401, 403, 404, 409])('throws status and reason of a %i', async (status) => {
    fakeFetch(() => helixRefusal(status, 'because', RATE_LIMIT_HEADERS));
    const error = await errorOf(aTwitchApi().userByLogin('x'));
    expect(error).toMatchObject({ name: 'HelixError', status, reason: 'because' });
  });

  it('throws a 429 at once if requests are left in the rate limit', async () => {
    const network = fakeFetch(() =>
      helixRefusal(429, 'number of websocket transports', RATE_LIMIT_HEADERS),
    );
    const error = await errorOf(aTwitchApi().userByLogin('x'));
    expect(error).toMatchObject({ status: 429, reason: 'number of websocket transports' });
    expect(network.requests).toHaveLength(1);
  });

  it.each([
    ['no network', noNetwork, { status: null, problem: 'offline' }],
    [
      'a 503',
      () => helixRefusal(503, 'down', RATE_LIMIT_HEADERS),
      { status: 503, problem: 'twitch_down' },
    ],
    [
      'an HTML page',
      () => new Response('<html>', { headers: RATE_LIMIT_HEADERS }),
      { problem: 'twitch_down' },
    ],
  ])('throws the problem of %s', async (_answer, answer, expected) => {
    fakeFetch(answer);
    expect(await errorOf(aTwitchApi().userByLogin('x'))).toMatchObject(expected);
  });

  it('blames Twitch for a row that does not match the schema', async () => {
    fakeFetch(() => helixResponse([{ ...HELIX_USER, profile_image_url: 7 }]));
    expect(await errorOf(aTwitchApi().userByLogin('x'))).toMatchObject({ problem: 'twitch_down' });
  });

  it('ends with `offline` after ten seconds without an answer', async () => {
    const { timeouts, error } = await timeOut(() => aTwitchApi().me());
    expect(timeouts).toEqual([10 * SECOND]);
    expect(error).toMatchObject({ problem: 'offline' });
  });
});

describe('a call that Twitch answers with a 5xx', () => {
  it('succeeds if the second request does', async () => {
    const answers = [helixRefusal(503, 'down', RATE_LIMIT_HEADERS), helixResponse([HELIX_USER])];
    const network = fakeFetch(() => answers.shift() ?? noNetwork());
    expect(await aTwitchApi().userByLogin('demo_streamer')).toEqual({
      id: '100',
      login: 'demo_streamer',
      name: 'Demo_Streamer',
      avatarUrl: 'https://static-cdn.jtvnw.net/a.png',
    });
    expect(network.requests).toHaveLength(2);
  });

  it('fails after the second request', async () => {
    const network = fakeFetch(() => helixRefusal(500, 'down', RATE_LIMIT_HEADERS));
    await errorOf(aTwitchApi().userByLogin('x'));
    expect(network.requests).toHaveLength(2);
  });
});

describe('without the rate limit headers, which a browser may hide', () => {
  it('parallel calls all get an answer', async () => {
    fakeFetch(({ url }) =>
      json({
        data: url.pathname.endsWith('/streams') ? [HELIX_STREAM] : [HELIX_CHANNEL],
        pagination: {},
      }),
    );
    const api = aTwitchApi();
    const answers = Promise.all([api.stream('100'), api.channelInfo('100')]);
    expect(await answers).toMatchObject([{ streamId: '77' }, { title: 'Tea' }]);
  });

  it('a 429 is thrown and not repeated', async () => {
    const network = fakeFetch(() => helixRefusal(429, 'number of websocket transports'));
    const error = await errorOf(aTwitchApi().userByLogin('x'));
    expect(error).toMatchObject({ status: 429 });
    expect(network.requests).toHaveLength(1);
  });
});

it('repeats a call with the latest token', async () => {
  const credentials = { userId: '200', clientId: 'c1', token: 'first', scopes: [] };
  const answers = [helixRefusal(503, 'down', RATE_LIMIT_HEADERS), helixResponse([HELIX_USER])];
  const network = fakeFetch(() => {
    credentials.token = 'second';
    return answers.shift() ?? noNetwork();
  });
  await createTwitchApi(credentials).me();
  const sent = network.requests.map(({ headers }) => headers.get('Authorization'));
  expect(sent).toEqual(['Bearer first', 'Bearer second']);
});

it('sends the latest token with each call', async () => {
  const network = fakeFetch(() => helixResponse([HELIX_USER]));
  const credentials = { userId: '200', clientId: 'c1', token: 'first', scopes: [] };
  const api = createTwitchApi(credentials);
  await api.me();
  credentials.token = 'second';
  await api.me();
  const sent = network.requests.map(({ headers }) => headers.get('Authorization'));
  expect(sent).toEqual(['Bearer first', 'Bearer second']);
});

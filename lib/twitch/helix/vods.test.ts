import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { fakeFetch, helixRefusal } from '@/tests/support/fake-fetch';
import { aTwitchApi, callHelix, errorOf, RATE_LIMIT_HEADERS } from '@/tests/support/helix-request';
import { toVod } from './vods';

const ROW = {
  id: '2100',
  stream_id: '77',
  created_at: '2026-10-01T18:00:00Z',
  duration: '3h8m33s',
  url: 'https://www.twitch.tv/videos/2100',
};
const BEGIN = Date.UTC(2026, 9, 1, 18);

describe('a recording', () => {
  it('is told in our own words', () => {
    expect(toVod(ROW)).toEqual({
      id: '2100',
      streamId: '77',
      startedAt: BEGIN,
      endsAt: BEGIN + 3 * HOUR + 8 * MINUTE + 33 * SECOND,
      url: ROW.url,
    });
  });

  it.each([
    ['45s', 45 * SECOND],
    ['8m3s', 8 * MINUTE + 3 * SECOND],
    ['26h0m1s', 26 * HOUR + SECOND],
  ])('lasts %s', (duration, lasted) => {
    expect(toVod({ ...ROW, duration }).endsAt - BEGIN).toBe(lasted);
  });

  it.each([null, undefined])('may belong to no stream that is named (%s)', (stream_id) => {
    expect(toVod({ ...ROW, stream_id }).streamId).toBeNull();
  });

  it('is nothing else', () => {
    expect(() => toVod({ ...ROW, duration: 12 })).toThrow();
  });
});

describe('recordings', () => {
  it('are asked for by user, newest first as Twitch gives them', async () => {
    const { value, last } = await callHelix((api) => api.vods('100', 5), [ROW]);
    expect(last.url.pathname).toBe('/helix/videos');
    expect(Object.fromEntries(last.url.searchParams)).toMatchObject({
      user_id: '100',
      type: 'archive',
      first: '5',
    });
    const startedAt = Date.UTC(2026, 9, 1, 18);
    expect(value).toMatchObject([{ id: '2100', streamId: '77', startedAt }]);
  });

  it('may not be kept at all', async () => {
    expect((await callHelix((api) => api.vods('100', 5), [])).value).toEqual([]);
    fakeFetch(() => helixRefusal(404, 'videos not found', RATE_LIMIT_HEADERS));
    expect(await aTwitchApi().vods('100', 5)).toEqual([]);
  });

  it('are not said to be none where Twitch does not answer', async () => {
    fakeFetch(() => helixRefusal(401, 'invalid token', RATE_LIMIT_HEADERS));
    expect(await errorOf(aTwitchApi().vods('100', 5))).toMatchObject({ status: 401 });
  });
});

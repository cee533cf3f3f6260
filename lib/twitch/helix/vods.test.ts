import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { fakeFetch, helixRefusal } from '@/tests/support/fakes/fake-fetch';
import {
  aTwitchApi,
  callHelix,
  errorOf,
  RATE_LIMIT_HEADERS,
} from '@/tests/support/running/helix-request';

const ROW = {
  id: '2100',
  user_id: '100',
  type: 'archive',
  stream_id: '77',
  created_at: '2026-10-01T18:00:00Z',
  duration: '3h8m33s',
  url: 'https://www.twitch.tv/videos/2100',
};
const START = Date.UTC(2026, 9, 1, 18);

async function readVod(changes: object) {
  const { value } = await callHelix((api) => api.vods('100', 5), [{ ...ROW, ...changes }]);
  return value.at(0);
}

describe('vods', () => {
  it('requests the VODs of a user, newest first as Twitch sends them', async () => {
    const { last } = await callHelix((api) => api.vods('100', 5), [ROW]);
    expect(last.url.pathname).toBe('/helix/videos');
    expect(Object.fromEntries(last.url.searchParams)).toMatchObject({
      user_id: '100',
      type: 'archive',
      first: '5',
    });
  });

  it('reads a VOD', async () => {
    expect(await readVod({})).toEqual({
      id: '2100',
      streamId: '77',
      startedAt: START,
      endsAt: START + 3 * HOUR + 8 * MINUTE + 33 * SECOND,
      url: ROW.url,
    });
  });

  it.each([
    ['45s', 45 * SECOND],
    ['8m3s', 8 * MINUTE + 3 * SECOND],
    ['26h0m1s', 26 * HOUR + SECOND],
  ])('reads the duration %s', async (duration, ms) => {
    expect((await readVod({ duration }))?.endsAt).toBe(START + ms);
  });

  it.each([null, undefined])('reads a VOD with the stream id %s', async (stream_id) => {
    expect((await readVod({ stream_id }))?.streamId).toBeNull();
  });

  it('throws for a row that does not match the schema', async () => {
    await expect(readVod({ duration: 12 })).rejects.toMatchObject({ problem: 'twitch_down' });
  });

  it('returns none if Twitch has none', async () => {
    expect((await callHelix((api) => api.vods('100', 5), [])).value).toEqual([]);
    fakeFetch(() => helixRefusal(404, 'videos not found', RATE_LIMIT_HEADERS));
    expect(await aTwitchApi().vods('100', 5)).toEqual([]);
  });

  it('throws if Twitch refuses the request', async () => {
    fakeFetch(() => helixRefusal(401, 'invalid token', RATE_LIMIT_HEADERS));
    expect(await errorOf(aTwitchApi().vods('100', 5))).toMatchObject({ status: 401 });
  });
});

import { describe, expect, it } from 'vitest';
import { problemOf } from '@/lib/domain/problem';
import { DEMO_STREAMER } from '@/tests/support/builders/accounts';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { findStreamer } from './find-streamer';

const problemFrom = (result: Promise<unknown>) => result.then(() => 'none', problemOf);

describe('findStreamer', () => {
  it.each([
    'demo_streamer',
    ' @Demo_Streamer ',
    'demo_streamer\u200B',
    'https://www.twitch.tv/demo_streamer/videos',
    'https://www.twitch.tv/subs/demo_streamer',
  ])('finds the streamer for "%s"', async (userName) => {
    expect(await findStreamer(userName, createFakeTwitchApi())).toEqual(DEMO_STREAMER);
  });

  it('throws when there is no user of that name', async () => {
    const found = findStreamer('unknown_user', createFakeTwitchApi());
    expect(await problemFrom(found)).toBe('streamer_not_found');
  });

  it('throws without a request when the name cannot be a user name', async () => {
    const api = createFakeTwitchApi();
    api.failWith(500);
    expect(await problemFrom(findStreamer('what is this?', api))).toBe('invalid_user_name');
    expect(await problemFrom(findStreamer('', api))).toBe('invalid_user_name');
    const recording = 'https://www.twitch.tv/videos/123';
    expect(await problemFrom(findStreamer(recording, api))).toBe('invalid_user_name');
  });

  it.each([
    [401, 'not_signed_in'],
    [500, 'twitch_down'],
  ])('throws the problem of the request (%i)', async (status, problem) => {
    const api = createFakeTwitchApi();
    api.failWith(status);
    expect(await problemFrom(findStreamer('demo_streamer', api))).toBe(problem);
  });
});

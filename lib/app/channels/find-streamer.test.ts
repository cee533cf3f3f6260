import { describe, expect, it } from 'vitest';
import { problemOf } from '@/lib/domain/problem';
import { DEMO_STREAMER } from '@/tests/support/accounts';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { findStreamer } from './find-streamer';

const problemFrom = (found: Promise<unknown>) => found.then(() => 'none', problemOf);

describe('findStreamer', () => {
  it.each(['demo_streamer', ' @Demo_Streamer ', 'https://www.twitch.tv/demo_streamer/videos'])(
    'finds who "%s" is',
    async (userName) => {
      expect(await findStreamer(userName, createFakeTwitchApi())).toEqual(DEMO_STREAMER);
    },
  );

  it('says when there is nobody of that name', async () => {
    const found = findStreamer('nobody_here', createFakeTwitchApi());
    expect(await problemFrom(found)).toBe('streamer_not_found');
  });

  it('says that a name can not be one, without asking Twitch', async () => {
    const api = createFakeTwitchApi();
    api.failWith(500);
    expect(await problemFrom(findStreamer('what is this?', api))).toBe('invalid_user_name');
    expect(await problemFrom(findStreamer('', api))).toBe('invalid_user_name');
  });

  it.each([
    [401, 'not_signed_in'],
    [500, 'twitch_down'],
  ])('says what kept Twitch from answering (%i)', async (status, problem) => {
    const api = createFakeTwitchApi();
    api.failWith(status);
    expect(await problemFrom(findStreamer('demo_streamer', api))).toBe(problem);
  });
});

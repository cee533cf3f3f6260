import { describe, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/time';
import { anAccount } from '@/tests/support/accounts';
import { createFakeClock } from '@/tests/support/fake-clock';
import { createFakeTwitchApi } from '@/tests/support/fake-twitch-api';
import { aSuggestion } from '@/tests/support/suggestions';
import { createSuggester } from './suggest-channels';

function prepare() {
  const clock = createFakeClock();
  const api = createFakeTwitchApi();
  const askFollowed = vi.spyOn(api, 'followedChannels');
  const failures: unknown[] = [];
  const suggest = createSuggester({ clock, failed: (error) => void failures.push(error) });
  api.follows.push(aSuggestion('tea_time'), aSuggestion('coffee'));
  api.findable.push(aSuggestion('tea'), aSuggestion('tea_time'));
  const loginsFor = async (typed: string, account = anAccount()) =>
    (await suggest(typed, account, api)).map(({ login }) => login);
  return { clock, api, askFollowed, failures, loginsFor };
}

describe('suggestions', () => {
  it('are followed channels, then what Twitch finds', async () => {
    const { api, loginsFor } = prepare();
    expect(await loginsFor('@Tea')).toEqual(['tea_time', 'tea']);
    expect(api.searches).toEqual(['tea']);
  });

  it.each(['', '  ', 'https://www.twitch.tv/'])('are none for "%s"', async (typed) => {
    const { api, askFollowed, loginsFor } = prepare();
    expect(await loginsFor(typed)).toEqual([]);
    expect(askFollowed).not.toHaveBeenCalled();
    expect(api.searches).toEqual([]);
  });

  it('are followed channels only for a single letter', async () => {
    const { api, loginsFor } = prepare();
    expect(await loginsFor('t')).toEqual(['tea_time']);
    expect(api.searches).toEqual([]);
  });

  it('are what Twitch finds where reading follows was not granted', async () => {
    const { askFollowed, failures, loginsFor } = prepare();
    const account = anAccount({ scopes: ['user:read:chat'] });
    expect(await loginsFor('tea', account)).toEqual(['tea', 'tea_time']);
    expect(askFollowed).not.toHaveBeenCalled();
    expect(failures).toEqual([]);
  });
});

describe('Twitch', () => {
  it('is asked about follows every five minutes at most, and for each account', async () => {
    const { clock, askFollowed, loginsFor } = prepare();
    await loginsFor('te');
    clock.sleep(5 * MINUTE - 1);
    await loginsFor('tea');
    expect(askFollowed).toHaveBeenCalledTimes(1);
    await loginsFor('tea', anAccount({ id: '300' }));
    expect(askFollowed).toHaveBeenCalledTimes(2);
    clock.sleep(5 * MINUTE);
    await loginsFor('tea', anAccount({ id: '300' }));
    expect(askFollowed).toHaveBeenCalledTimes(3);
  });

  it('is asked for the same text once a minute at most, however it was typed', async () => {
    const { clock, api, loginsFor } = prepare();
    await Promise.all([loginsFor('tea'), loginsFor(' TEA ')]);
    clock.sleep(MINUTE - 1);
    await loginsFor('tea');
    expect(api.searches).toEqual(['tea']);
    clock.sleep(1);
    await loginsFor('tea');
    expect(api.searches).toEqual(['tea', 'tea']);
  });

  it('that does not answer leaves nothing to suggest, and is asked again', async () => {
    const { api, failures, loginsFor } = prepare();
    api.failWith(500);
    expect(await loginsFor('tea')).toEqual([]);
    expect(failures).toMatchObject([{ problem: 'twitch_down' }, { problem: 'twitch_down' }]);
    api.failWith(null);
    expect(await loginsFor('tea')).toEqual(['tea_time', 'tea']);
  });

  it('that refuses one of the two leaves the other', async () => {
    const { api, failures, loginsFor } = prepare();
    api.searchChannels = () => Promise.reject(new Error('refused'));
    expect(await loginsFor('tea')).toEqual(['tea_time']);
    expect(failures).toHaveLength(1);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/time';
import { anAccount } from '@/tests/support/builders/accounts';
import { aSuggestion } from '@/tests/support/builders/suggestions';
import { createFakeClock } from '@/tests/support/fakes/fake-clock';
import { createFakeTwitchApi } from '@/tests/support/fakes/fake-twitch-api';
import { createSuggester } from './suggest-channels';

function prepare() {
  const clock = createFakeClock();
  const api = createFakeTwitchApi();
  const readFollowed = vi.spyOn(api, 'followedChannels');
  const failures: unknown[] = [];
  const suggest = createSuggester({ clock, failed: (error) => void failures.push(error) });
  api.follows.push(aSuggestion('tea_time'), aSuggestion('coffee'));
  api.findable.push(aSuggestion('tea'), aSuggestion('tea_time'));
  const loginsFor = async (query: string, account = anAccount()) =>
    (await suggest(query, account, api)).map(({ login }) => login);
  return { clock, api, readFollowed, failures, loginsFor };
}

describe('a suggester', () => {
  it('returns followed channels first, then those that Twitch finds', async () => {
    const { api, loginsFor } = prepare();
    expect(await loginsFor('@Tea')).toEqual(['tea_time', 'tea']);
    expect(api.searches).toEqual(['tea']);
  });

  it.each(['', '  '])('returns the followed channels that are live for "%s"', async (query) => {
    const { api, readFollowed, loginsFor } = prepare();
    const live = Array.from({ length: 9 }, (_, index) =>
      aSuggestion(`live_${index}`, { isLive: true }),
    );
    api.follows.push(...live);
    expect(await loginsFor(query)).toEqual(live.slice(0, 8).map(({ login }) => login));
    expect(readFollowed).not.toHaveBeenCalled();
    expect(api.searches).toEqual([]);
    expect(await loginsFor(query, anAccount({ scopes: ['user:read:chat'] }))).toEqual([]);
  });

  it('returns none for an address that names no channel', async () => {
    const { api, readFollowed, loginsFor } = prepare();
    expect(await loginsFor('https://www.twitch.tv/')).toEqual([]);
    expect(readFollowed).not.toHaveBeenCalled();
    expect(api.searches).toEqual([]);
  });

  it('does not search for a single letter', async () => {
    const { api, loginsFor } = prepare();
    expect(await loginsFor('t')).toEqual(['tea_time']);
    expect(api.searches).toEqual([]);
  });

  it('only searches if the scope for follows was not granted', async () => {
    const { readFollowed, failures, loginsFor } = prepare();
    const account = anAccount({ scopes: ['user:read:chat'] });
    expect(await loginsFor('tea', account)).toEqual(['tea', 'tea_time']);
    expect(readFollowed).not.toHaveBeenCalled();
    expect(failures).toEqual([]);
  });
});

describe('requests', () => {
  it('for follows are sent at most every five minutes per account', async () => {
    const { clock, readFollowed, loginsFor } = prepare();
    await loginsFor('te');
    clock.sleep(5 * MINUTE - 1);
    await loginsFor('tea');
    expect(readFollowed).toHaveBeenCalledTimes(1);
    await loginsFor('tea', anAccount({ id: '300' }));
    expect(readFollowed).toHaveBeenCalledTimes(2);
    clock.sleep(5 * MINUTE);
    await loginsFor('tea', anAccount({ id: '300' }));
    expect(readFollowed).toHaveBeenCalledTimes(3);
  });

  it('for live follows are sent at most once a minute per account', async () => {
    const { clock, api, loginsFor } = prepare();
    const readLive = vi.spyOn(api, 'followedLive');
    await Promise.all([loginsFor(''), loginsFor('')]);
    clock.sleep(MINUTE - 1);
    await loginsFor('');
    expect(readLive).toHaveBeenCalledTimes(1);
    await loginsFor('', anAccount({ id: '300' }));
    clock.sleep(MINUTE);
    await loginsFor('', anAccount({ id: '300' }));
    expect(readLive).toHaveBeenCalledTimes(3);
  });

  it('for the same text are sent at most once a minute, in any spelling', async () => {
    const { clock, api, loginsFor } = prepare();
    await Promise.all([loginsFor('tea'), loginsFor(' TEA ')]);
    clock.sleep(MINUTE - 1);
    await loginsFor('tea');
    expect(api.searches).toEqual(['tea']);
    clock.sleep(1);
    await loginsFor('tea');
    expect(api.searches).toEqual(['tea', 'tea']);
  });

  it('that fail leave nothing to suggest, and are sent again', async () => {
    const { api, failures, loginsFor } = prepare();
    api.failWith(500);
    expect(await loginsFor('tea')).toEqual([]);
    expect(failures).toMatchObject([{ problem: 'twitch_down' }, { problem: 'twitch_down' }]);
    api.failWith(null);
    expect(await loginsFor('tea')).toEqual(['tea_time', 'tea']);
  });

  it('that fail do not affect the other request', async () => {
    const { api, failures, loginsFor } = prepare();
    api.searchChannels = () => Promise.reject(new Error('refused'));
    expect(await loginsFor('tea')).toEqual(['tea_time']);
    expect(failures).toHaveLength(1);
  });
});

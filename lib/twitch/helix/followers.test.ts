import { describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { fakeFetch, json } from '@/tests/support/fakes/fake-fetch';
import { aTwitchApi, callHelix, helixResponse } from '@/tests/support/running/helix-request';

const SIX = Date.UTC(2026, 9, 1, 18);

const follower = (number: number, seconds: number) => ({
  user_id: `${number}`,
  user_login: `fan_${number}`,
  user_name: `Fan_${number}`,
  followed_at: new Date(SIX + seconds * SECOND).toISOString(),
});

describe('followersSince', () => {
  it('returns the followers since a time, newest first', async () => {
    const rows = [follower(3, 30), follower(2, 20), follower(1, 10)];
    const { value, last } = await callHelix(
      (api) => api.followersSince('100', SIX + 20 * SECOND),
      rows,
    );
    expect(last.url.pathname).toBe('/helix/channels/followers');
    expect(last.url.searchParams.get('broadcaster_id')).toBe('100');
    expect(value).toEqual([
      { user: { id: '3', login: 'fan_3', name: 'Fan_3' }, followedAt: SIX + 30 * SECOND },
      { user: { id: '2', login: 'fan_2', name: 'Fan_2' }, followedAt: SIX + 20 * SECOND },
    ]);
  });

  it('reads pages up to the first older follower', async () => {
    const pages = [
      json({ data: [follower(2, 20)], pagination: { cursor: 'a' } }),
      json({ data: [follower(1, 10)], pagination: { cursor: 'b' } }),
    ];
    const network = fakeFetch(() => pages.shift() ?? helixResponse([]));
    expect(await aTwitchApi().followersSince('100', SIX + 15 * SECOND)).toHaveLength(1);
    expect(network.requests).toHaveLength(2);
    expect(network.last.url.searchParams.get('after')).toBe('a');
  });

  it('returns at most a thousand', async () => {
    const data = Array.from({ length: 100 }, (_, number) => follower(number, 60));
    const network = fakeFetch(() => json({ data, pagination: { cursor: 'more' } }));
    expect(await aTwitchApi().followersSince('100', SIX)).toHaveLength(1000);
    expect(network.requests.length).toBeLessThanOrEqual(11);
  });
});

import { describe, expect, it } from 'vitest';
import { fakeFetch, json } from '@/tests/support/fake-fetch';
import { aTwitchApi, callHelix, helixResponse } from '@/tests/support/helix-request';

const SIX = Date.UTC(2026, 9, 1, 18);
const at = (seconds: number) => new Date(SIX + seconds * 1000).toISOString();

const follower = (number: number, seconds: number) => ({
  user_id: `${number}`,
  user_login: `fan_${number}`,
  user_name: `Fan_${number}`,
  followed_at: at(seconds),
});

describe('followers', () => {
  it('are those since a time, newest first', async () => {
    const rows = [follower(3, 30), follower(2, 20), follower(1, 10)];
    const { value, last } = await callHelix((api) => api.followersSince('100', SIX + 20_000), rows);
    expect(last.url.pathname).toBe('/helix/channels/followers');
    expect(last.url.searchParams.get('broadcaster_id')).toBe('100');
    expect(value).toEqual([
      { person: { id: '3', login: 'fan_3', name: 'Fan_3' }, followedAt: SIX + 30_000 },
      { person: { id: '2', login: 'fan_2', name: 'Fan_2' }, followedAt: SIX + 20_000 },
    ]);
  });

  it('are looked for until the first of before, and no page further', async () => {
    const pages = [
      json({ data: [follower(2, 20)], pagination: { cursor: 'a' } }),
      json({ data: [follower(1, 10)], pagination: { cursor: 'b' } }),
    ];
    const network = fakeFetch(() => pages.shift() ?? helixResponse([]));
    expect(await aTwitchApi().followersSince('100', SIX + 15_000)).toHaveLength(1);
    expect(network.requests).toHaveLength(2);
    expect(network.last.url.searchParams.get('after')).toBe('a');
  });

  it('are a thousand at most', async () => {
    const data = Array.from({ length: 100 }, (_, number) => follower(number, 60));
    const network = fakeFetch(() => json({ data, pagination: { cursor: 'more' } }));
    expect(await aTwitchApi().followersSince('100', SIX)).toHaveLength(1000);
    expect(network.requests.length).toBeLessThanOrEqual(11);
  });
});

const POLL = {
  id: 'p1',
  title: 'Which game?',
  choices: [{ id: 'c1', title: 'Chess', votes: 3, channel_points_votes: 0, bits_votes: 0 }],
  status: 'COMPLETED',
  started_at: at(0),
  ended_at: at(60),
};
const POLL_SO_FAR = {
  pollId: 'p1',
  title: 'Which game?',
  choices: [{ title: 'Chess', votes: 3 }],
  startedAt: SIX,
};

describe('polls', () => {
  it.each([
    ['over', POLL, { status: 'completed', endedAt: SIX + 60_000 }],
    ['going on', { ...POLL, status: 'ACTIVE', ended_at: null }, { status: null, endedAt: null }],
  ])('may be %s', async (_how, row, expected) => {
    const { value, last } = await callHelix((api) => api.polls('100'), [row]);
    expect(last.url.search).toBe('?broadcaster_id=100');
    expect(value).toMatchObject([{ ...POLL_SO_FAR, ...expected }]);
  });
});

const PREDICTION = {
  id: 'q1',
  title: 'Will it work?',
  winning_outcome_id: 'yes',
  outcomes: [{ id: 'yes', title: 'Yes', users: 2, channel_points: 500, color: 'BLUE' }],
  status: 'RESOLVED',
  created_at: at(0),
  locked_at: at(30),
  ended_at: at(60),
};
const GOING_ON = { ...PREDICTION, winning_outcome_id: null, status: 'ACTIVE' };

describe('predictions', () => {
  it.each([
    ['over', PREDICTION, { status: 'resolved', winnerId: 'yes', endedAt: SIX + 60_000 }],
    [
      'going on',
      { ...GOING_ON, locked_at: null, ended_at: null },
      { status: null, winnerId: null, lockedAt: null, endedAt: null },
    ],
    ['locked', { ...GOING_ON, ended_at: null }, { status: null, lockedAt: SIX + 30_000 }],
  ])('may be %s', async (_how, row, expected) => {
    const { value } = await callHelix((api) => api.predictions('100'), [row]);
    const outcomes = [{ id: 'yes', title: 'Yes', users: 2, channelPoints: 500 }];
    expect(value).toMatchObject([{ predictionId: 'q1', startedAt: SIX, outcomes, ...expected }]);
  });
});

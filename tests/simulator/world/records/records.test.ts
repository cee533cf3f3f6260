// @vitest-environment node
import { ApiClient } from '@twurple/api';
import { StaticAuthProvider } from '@twurple/auth';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { channelFollow } from '../../shapes/channel/follow.ts';
import type { EventShape } from '../../shapes/event-shape.ts';
import { channelGoal } from '../../shapes/polls-goals-trains/goal.ts';
import { channelPoll } from '../../shapes/polls-goals-trains/poll.ts';
import { channelPrediction } from '../../shapes/polls-goals-trains/prediction.ts';
import { charityCampaign, charityDonate, euros } from '../../shapes/support/charity.ts';
import type { Api } from '../../testing/api.ts';
import { CLIENT_ID, type Harness, startHarness } from '../../testing/harness.ts';
import { NEWCOMERS } from '../people/audience.ts';

const OWN_LISTS = [
  ['/polls', 'channel:read:polls'],
  ['/predictions', 'channel:read:predictions'],
  ['/goals', 'channel:read:goals'],
  ['/charity/campaigns', 'channel:read:charity'],
  ['/charity/donations', 'channel:read:charity'],
] as const;
const SCOPES = OWN_LISTS.map(([, scope]) => scope).join(' ');

let twitch: Harness;
let streamer: Api;
let moderator: Api;

beforeAll(async () => {
  twitch = await startHarness();
  streamer = await twitch.signIn({ userId: '100', scopes: SCOPES });
  moderator = await twitch.signIn({ userId: '300', scopes: 'moderator:read:followers' });
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => twitch.close());

async function listOf(path: string): Promise<EventShape[]> {
  return (await streamer.get(`${path}?broadcaster_id=100`)).body.data as EventShape[];
}

const happen = (type: string, event: EventShape) => twitch.admin.sendEvent({ type, event });

describe('a list that only the streamer may read', () => {
  it.each(OWN_LISTS)('%s wants the scope %s and the own channel', async (path, scope) => {
    expect((await streamer.get(`${path}?broadcaster_id=100`)).status).toBe(200);
    expect((await streamer.get(path)).status).toBe(400);
    expect((await streamer.get(`${path}?broadcaster_id=100&first=101`)).status).toBe(400);
    expect((await streamer.get(`${path}?broadcaster_id=101`)).body).toEqual({
      error: 'Unauthorized',
      status: 401,
      message: 'The ID in broadcaster_id must match the user ID in the OAuth token',
    });
    const { status, body } = await moderator.get(`${path}?broadcaster_id=100`);
    expect(status).toBe(401);
    expect(body.message).toContain(`Missing scope: ${scope}`);
  });
});

describe('what was sent', () => {
  it('makes a poll, which ends once and stays', async () => {
    await happen('channel.poll.begin', channelPoll('begin'));
    expect(await listOf('/polls')).toMatchObject([
      { title: 'Where to next?', status: 'ACTIVE', ended_at: null, duration: 120 },
    ]);
    await happen('channel.poll.end', channelPoll('end'));
    await happen('channel.poll.progress', channelPoll('progress'));
    expect(await listOf('/polls')).toMatchObject([
      {
        broadcaster_id: '100',
        status: 'COMPLETED',
        ended_at: '2026-10-01T18:02:00Z',
        choices: [{ title: 'The mines', votes: 31 }, {}, {}],
      },
    ]);
    await happen('channel.poll.begin', channelPoll('begin', { id: 'p-2', title: 'Again?' }));
    expect(await listOf('/polls')).toMatchObject([{ id: 'p-2' }, { status: 'COMPLETED' }]);
    const { body } = await streamer.get('/polls?broadcaster_id=100&id=p-2');
    expect(body.data).toMatchObject([{ title: 'Again?' }]);
  });

  it('makes a prediction that is locked and resolved, in whatever order it comes', async () => {
    const tell = (phase: 'begin' | 'lock' | 'end') =>
      happen(`channel.prediction.${phase}`, channelPrediction(phase));
    await tell('lock');
    await tell('begin');
    expect(await listOf('/predictions')).toMatchObject([{ status: 'LOCKED', ended_at: null }]);
    await tell('end');
    const [prediction] = await listOf('/predictions');
    const [winner] = (prediction?.outcomes ?? []) as { id: string; color: string }[];
    expect(prediction).toMatchObject({
      status: 'RESOLVED',
      winning_outcome_id: winner?.id,
      locked_at: '2026-10-01T18:02:00Z',
      prediction_window: 120,
    });
    expect(winner?.color).toBe('BLUE');
  });

  it('makes a goal, as long as it runs', async () => {
    await happen('channel.goal.progress', channelGoal('progress', { current_amount: 90 }));
    expect(await listOf('/goals')).toMatchObject([{ type: 'follower', current_amount: 90 }]);
    await happen('channel.goal.end', channelGoal('end'));
    expect(await listOf('/goals')).toEqual([]);
  });

  it('makes a campaign, as long as it runs, and its donations', async () => {
    await happen('channel.charity_campaign.start', charityCampaign('start'));
    const current_amount = euros(700);
    const grown = charityCampaign('progress', { current_amount });
    await happen('channel.charity_campaign.progress', grown);
    await happen('channel.charity_campaign.donate', charityDonate());
    expect(await listOf('/charity/campaigns')).toMatchObject([{ current_amount }]);
    expect(await listOf('/charity/donations')).toMatchObject([
      { user_login: 'demo_viewer', amount: euros(500) },
    ]);
    await happen('channel.charity_campaign.stop', charityCampaign('stop'));
    expect(await listOf('/charity/campaigns')).toEqual([]);
  });

  it('makes followers, the newest first, each once', async () => {
    const [first, second] = NEWCOMERS;
    if (!first || !second) throw new Error('Nobody is new.');
    const path = '/channels/followers?broadcaster_id=100&first=2';
    const followed = (user: typeof first, minute: number) =>
      channelFollow({ user, followed_at: new Date(Date.now() + minute * 60_000).toISOString() });
    await happen('channel.follow', followed(second, 5));
    await happen('channel.follow', followed(first, 1));
    expect((await moderator.get(path)).body).toMatchObject({
      total: 47,
      data: [{ user_id: second.id }, { user_id: first.id }],
    });
    await happen('channel.follow', followed(first, 9));
    expect((await moderator.get(path)).body).toMatchObject({
      total: 47,
      data: [{ user_id: first.id }, { user_id: second.id }],
    });
    const { body } = await moderator.get(`${path}&user_id=${second.id}`);
    expect(body.data).toMatchObject([{ user_login: second.login }]);
    expect((await streamer.get(path)).body).toMatchObject({ total: 47, data: [] });
  });
});

describe('what was missed', () => {
  it('is known to Helix, and sent to nobody', async () => {
    const client = twitch.connect();
    const session = await client.sessionId();
    const condition = { broadcaster_user_id: '100', moderator_user_id: '300' };
    await moderator.subscribe(session, 'channel.follow', condition, '2');
    const [user] = NEWCOMERS.slice(-1);
    if (!user) throw new Error('Nobody is new.');
    const followed_at = new Date(Date.now() + 60 * 60_000).toISOString();
    await twitch.admin.missEvent({
      type: 'channel.follow',
      event: channelFollow({ user, followed_at }),
    });
    const path = '/channels/followers?broadcaster_id=100&first=1';
    expect((await moderator.get(path)).body.data).toMatchObject([{ user_id: user.id }]);
    expect(client.frames.map(({ metadata }) => metadata.message_type)).toEqual(['session_welcome']);
  });

  it('is refused when Helix keeps nothing of the kind, or the event lacks what it needs', async () => {
    const { missEvent } = twitch.admin;
    await expect(missEvent({ type: 'channel.cheer', event: {} })).rejects.toThrow('400');
    await expect(missEvent({ type: 'channel.poll.end', event: { id: '7' } })).rejects.toThrow(
      '400',
    );
  });
});

describe('the history of a channel', () => {
  it('keeps what was broadcast, under the id of the stream', async () => {
    const id = await twitch.admin.setLive({ streamer: '100', live: true, title: 'Tonight' });
    const path = '/videos?user_id=100&type=archive&first=2';
    expect((await streamer.get(path)).body.data).toMatchObject([{ stream_id: id }, {}]);
    await twitch.admin.setLive({ streamer: '100', live: false });
    expect((await streamer.get(path)).body.data).toMatchObject([
      { stream_id: id, title: 'Tonight', duration: expect.stringMatching(/^\d+s$/) },
      { duration: '3h8m33s' },
    ]);
  });

  it('has no recordings of who keeps none', async () => {
    await twitch.admin.setLive({ streamer: '101', live: true });
    expect((await streamer.get('/videos?user_id=101')).body.data).toEqual([]);
  });

  it('says the language and the labels that were set', async () => {
    await twitch.admin.setLive({ streamer: '100', language: 'de', labels: ['Gambling'] });
    expect((await streamer.get('/channels?broadcaster_id=100')).body.data).toMatchObject([
      { broadcaster_language: 'de', content_classification_labels: ['Gambling'] },
    ]);
  });
});

it('an independent client can read the lists', async () => {
  await happen('channel.goal.begin', channelGoal('begin'));
  await happen('channel.charity_campaign.start', charityCampaign('start'));
  const original = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) => {
    const { pathname, search } = new URL(url);
    return original(`${twitch.base}${pathname}${search}`, init);
  });
  const authProvider = new StaticAuthProvider(CLIENT_ID, streamer.token, SCOPES.split(' '));
  const { polls, predictions, goals, charity } = new ApiClient({ authProvider });
  expect((await polls.getPolls('100')).data.map(({ status }) => status)).toContain('COMPLETED');
  const [prediction] = (await predictions.getPredictions('100')).data;
  expect(prediction?.winningOutcome).toMatchObject({ title: 'Before winter', color: 'BLUE' });
  expect(await goals.getGoals('100')).toMatchObject([{ currentAmount: 88 }]);
  expect((await charity.getCharityCampaign('100'))?.targetAmount?.localizedValue).toBe(500);
});

// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelFollow } from '../../shapes/channel/follow.ts';
import type { EventShape } from '../../shapes/event-shape.ts';
import { channelGoal } from '../../shapes/polls-goals-trains/goal.ts';
import { channelPoll } from '../../shapes/polls-goals-trains/poll.ts';
import { channelPrediction } from '../../shapes/polls-goals-trains/prediction.ts';
import { charityCampaign, charityDonate, euros } from '../../shapes/support/charity.ts';
import type { Api } from '../../testing/api.ts';
import { type Harness, startHarness } from '../../testing/harness.ts';
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
afterAll(() => twitch.close());

async function listOf(path: string): Promise<EventShape[]> {
  return (await streamer.get(`${path}?broadcaster_id=100`)).body.data as EventShape[];
}

const send = (type: string, event: EventShape) => twitch.admin.sendEvent({ type, event });

describe('a list that only the streamer may read', () => {
  it.each(OWN_LISTS)('%s requires the scope %s and the own channel', async (path, scope) => {
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

describe('a sent event', () => {
  it('adds a poll, which ends once and stays in the list', async () => {
    await send('channel.poll.begin', channelPoll('begin'));
    expect(await listOf('/polls')).toMatchObject([
      { title: 'Where to next?', status: 'ACTIVE', ended_at: null, duration: 120 },
    ]);
    await send('channel.poll.end', channelPoll('end'));
    await send('channel.poll.progress', channelPoll('progress'));
    expect(await listOf('/polls')).toMatchObject([
      {
        broadcaster_id: '100',
        status: 'COMPLETED',
        ended_at: '2026-10-01T18:02:00Z',
        choices: [{ title: 'The mines', votes: 31 }, {}, {}],
      },
    ]);
    await send('channel.poll.begin', channelPoll('begin', { id: 'p-2', title: 'Again?' }));
    expect(await listOf('/polls')).toMatchObject([{ id: 'p-2' }, { status: 'COMPLETED' }]);
    const { body } = await streamer.get('/polls?broadcaster_id=100&id=p-2');
    expect(body.data).toMatchObject([{ title: 'Again?' }]);
  });

  it('adds a prediction and its stages, in any order of the events', async () => {
    const sendPhase = (phase: 'begin' | 'lock' | 'end') =>
      send(`channel.prediction.${phase}`, channelPrediction(phase));
    await sendPhase('lock');
    await sendPhase('begin');
    expect(await listOf('/predictions')).toMatchObject([{ status: 'LOCKED', ended_at: null }]);
    await sendPhase('end');
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

  it('adds a goal while it is running', async () => {
    await send('channel.goal.progress', channelGoal('progress', { current_amount: 90 }));
    expect(await listOf('/goals')).toMatchObject([{ type: 'follower', current_amount: 90 }]);
    await send('channel.goal.end', channelGoal('end'));
    expect(await listOf('/goals')).toEqual([]);
  });

  it('adds a campaign while it is running, and its donations', async () => {
    await send('channel.charity_campaign.start', charityCampaign('start'));
    const current_amount = euros(700);
    const grown = charityCampaign('progress', { current_amount });
    await send('channel.charity_campaign.progress', grown);
    await send('channel.charity_campaign.donate', charityDonate());
    expect(await listOf('/charity/campaigns')).toMatchObject([{ current_amount }]);
    expect(await listOf('/charity/donations')).toMatchObject([
      { user_login: 'demo_viewer', amount: euros(500) },
    ]);
    await send('channel.charity_campaign.stop', charityCampaign('stop'));
    expect(await listOf('/charity/campaigns')).toEqual([]);
  });

  it('adds followers, each once, the newest first', async () => {
    const [first, second] = NEWCOMERS;
    if (!first || !second) throw new Error('The list of newcomers is empty.');
    const path = '/channels/followers?broadcaster_id=100&first=2';
    const followed = (user: typeof first, minute: number) =>
      channelFollow({ user, followed_at: new Date(Date.now() + minute * 60_000).toISOString() });
    await send('channel.follow', followed(second, 5));
    await send('channel.follow', followed(first, 1));
    expect((await moderator.get(path)).body).toMatchObject({
      total: 47,
      data: [{ user_id: second.id }, { user_id: first.id }],
    });
    await send('channel.follow', followed(first, 9));
    expect((await moderator.get(path)).body).toMatchObject({
      total: 47,
      data: [{ user_id: first.id }, { user_id: second.id }],
    });
    const { body } = await moderator.get(`${path}&user_id=${second.id}`);
    expect(body.data).toMatchObject([{ user_login: second.login }]);
    expect((await streamer.get(path)).body).toMatchObject({ total: 47, data: [] });
  });
});

describe('a missed event', () => {
  it('is listed by Helix, but not sent', async () => {
    const client = twitch.connect();
    const session = await client.sessionId();
    const condition = { broadcaster_user_id: '100', moderator_user_id: '300' };
    await moderator.subscribe(session, 'channel.follow', condition, '2');
    const [user] = NEWCOMERS.slice(-1);
    if (!user) throw new Error('The list of newcomers is empty.');
    const followed_at = new Date(Date.now() + 60 * 60_000).toISOString();
    await twitch.admin.missEvent({
      type: 'channel.follow',
      event: channelFollow({ user, followed_at }),
    });
    const path = '/channels/followers?broadcaster_id=100&first=1';
    expect((await moderator.get(path)).body.data).toMatchObject([{ user_id: user.id }]);
    expect(client.frames.map(({ metadata }) => metadata.message_type)).toEqual(['session_welcome']);
  });

  it('is refused if Helix has no list for its type, or if a field is missing', async () => {
    const { missEvent } = twitch.admin;
    await expect(missEvent({ type: 'channel.cheer', event: {} })).rejects.toThrow('400');
    await expect(missEvent({ type: 'channel.poll.end', event: { id: '7' } })).rejects.toThrow(
      '400',
    );
  });
});

// @vitest-environment node
import { ApiClient } from '@twurple/api';
import { StaticAuthProvider } from '@twurple/auth';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { channelGoal } from '../shapes/polls-goals-trains/goal.ts';
import { channelPoll } from '../shapes/polls-goals-trains/poll.ts';
import { channelPrediction } from '../shapes/polls-goals-trains/prediction.ts';
import { charityCampaign } from '../shapes/support/charity.ts';
import { CLIENT_ID, type Harness, startHarness } from '../testing/harness.ts';

let twitch: Harness;

beforeAll(async () => {
  twitch = await startHarness();
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => twitch.close());

/** Creates a Twurple client whose requests to Twitch go to the simulator. */
async function createClient(userId: string, scopes: string): Promise<ApiClient> {
  const { token } = await twitch.signIn({ userId, scopes });
  const original = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) => {
    const { pathname, search } = new URL(url);
    return original(`${twitch.base}${pathname}${search}`, init);
  });
  const authProvider = new StaticAuthProvider(CLIENT_ID, token, scopes.split(' '));
  return new ApiClient({ authProvider });
}

describe('an independent client', () => {
  it('can use Helix and EventSub', async () => {
    const scopes = 'user:read:chat user:read:follows user:read:moderated_channels';
    const client = await createClient('200', scopes);
    const user = await client.users.getUserByName('demo_streamer');
    expect(user?.displayName).toBe('Demo_Streamer');
    expect(await client.streams.getStreamByUserId('100')).toBeNull();
    expect((await client.channels.getFollowedChannels('200')).total).toBe(17);

    const socket = twitch.connect();
    const session_id = await socket.sessionId();
    const subscription = await client.eventSub.createSubscription(
      'channel.chat.notification',
      '1',
      { broadcaster_user_id: '100', user_id: '200' },
      { method: 'websocket', session_id },
      '200',
      ['user:read:chat'],
    );
    expect(subscription.status).toBe('enabled');
    await client.eventSub.deleteSubscription(subscription.id);
    expect((await client.eventSub.getSubscriptions()).total).toBe(0);
  });

  it('can read the lists of the streamer', async () => {
    const happened = [
      ['channel.poll.end', channelPoll('end')],
      ['channel.prediction.end', channelPrediction('end')],
      ['channel.goal.begin', channelGoal('begin')],
      ['channel.charity_campaign.start', charityCampaign('start')],
    ] as const;
    for (const [type, event] of happened) await twitch.admin.sendEvent({ type, event });
    const areas = ['polls', 'predictions', 'goals', 'charity'];
    const scopes = areas.map((area) => `channel:read:${area}`).join(' ');
    const { polls, predictions, goals, charity } = await createClient('100', scopes);
    expect((await polls.getPolls('100')).data.map(({ status }) => status)).toContain('COMPLETED');
    const [prediction] = (await predictions.getPredictions('100')).data;
    expect(prediction?.winningOutcome).toMatchObject({ title: 'Before winter', color: 'BLUE' });
    expect(await goals.getGoals('100')).toMatchObject([{ currentAmount: 88 }]);
    expect((await charity.getCharityCampaign('100'))?.targetAmount?.localizedValue).toBe(500);
  });
});

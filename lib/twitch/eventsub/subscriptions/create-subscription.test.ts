import { describe, expect, it } from 'vitest';
import type {
  ExistingSubscription,
  SubscriptionRequest,
} from '@/lib/twitch/helix/eventsub-subscriptions';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import { createSubscription } from './create-subscription';
import type { PlannedSubscription } from './plan';
import { subscriptionKey } from './subscription-key';

const PLANNED: PlannedSubscription = {
  key: 'stream.online',
  type: 'stream.online',
  version: '1',
  condition: { broadcaster_user_id: '100' },
  cost: 1,
  kinds: ['stream_online'],
};

function refusal(status: number | null, reason = ''): HelixError {
  return new HelixError(status, reason, null);
}

/** Subscriptions as Twitch keeps them: a second one like another is refused with 409. */
function twitchWith(existing: ExistingSubscription[], invisible = false) {
  const kept = [...existing];
  const deleted: string[] = [];
  return {
    deleted,
    createSubscription: async ({ type, condition }: SubscriptionRequest, sessionId: string) => {
      if (invisible || kept.some((known) => known.condition['broadcaster_user_id'] === '100')) {
        throw refusal(409, 'subscription already exists');
      }
      kept.push({ id: 'made', type, condition, sessionId });
      return 'made';
    },
    deleteSubscription: async (id: string) => {
      deleted.push(id);
      kept.splice(
        kept.findIndex((known) => known.id === id),
        1,
      );
    },
    subscriptionsOfType: async (type: string) => kept.filter((known) => known.type === type),
  };
}

function failing(error: unknown) {
  const fail = async () => {
    throw error;
  };
  return { createSubscription: fail, deleteSubscription: fail, subscriptionsOfType: fail };
}

const existing = (id: string, sessionId: string | null, streamerId = '100') => ({
  id,
  type: 'stream.online',
  condition: { broadcaster_user_id: streamerId },
  sessionId,
});

describe('subscribe', () => {
  it('gives the id of what Twitch made', async () => {
    const made = await createSubscription(twitchWith([]), PLANNED, 'mine');
    expect(made).toEqual({ outcome: 'enabled', id: 'made' });
  });

  it.each([
    [
      400,
      'websocket transport session does not exist or has already disconnected',
      { outcome: 'session_gone' },
    ],
    [400, 'invalid condition', { outcome: 'refused', reason: 'invalid condition' }],
    [401, 'Invalid OAuth token', { outcome: 'unauthorized' }],
    [
      403,
      'subscription missing proper authorization',
      { outcome: 'refused', reason: 'subscription missing proper authorization' },
    ],
    [
      429,
      'number of websocket transports limit exceeded',
      { outcome: 'later', problem: 'too_many_connections' },
    ],
    [
      429,
      'maximum subscriptions with type and condition exceeded',
      { outcome: 'later', problem: 'too_many_connections' },
    ],
    [429, 'total cost exceeded', { outcome: 'later', problem: 'over_budget' }],
    [429, 'Too Many Requests', { outcome: 'later', problem: 'rate_limited' }],
    [500, '', { outcome: 'later', problem: 'twitch_down' }],
    [503, 'upstream', { outcome: 'later', problem: 'twitch_down' }],
    [404, 'what?', { outcome: 'later', problem: 'unknown' }],
    [null, 'Failed to fetch', { outcome: 'later', problem: 'offline' }],
  ])('takes %s "%s" for %o', async (status, reason, outcome) => {
    const answer = await createSubscription(failing(refusal(status, reason)), PLANNED, 'mine');
    expect(answer).toEqual(outcome);
  });

  it('takes what is no answer of Twitch for a matter of later', async () => {
    const answer = await createSubscription(failing(new Error('out of memory')), PLANNED, 'mine');
    expect(answer).toEqual({ outcome: 'later', problem: 'unknown' });
  });
});

describe('subscribe to what exists already', () => {
  it("is content where it is this session's own", async () => {
    const twitch = twitchWith([existing('old', 'dead'), existing('own', 'mine')]);
    expect(await createSubscription(twitch, PLANNED, 'mine')).toEqual({
      outcome: 'enabled',
      id: 'own',
    });
    expect(twitch.deleted).toEqual([]);
  });

  it.each(['dead', null])('makes it anew where it belonged to the session %s', async (session) => {
    const twitch = twitchWith([existing('old', session), existing('another', 'dead', '101')]);
    expect(await createSubscription(twitch, PLANNED, 'mine')).toEqual({
      outcome: 'enabled',
      id: 'made',
    });
    expect(twitch.deleted).toEqual(['old']);
  });

  it('does not take another subscription of the same type for it', async () => {
    const condition = { to_broadcaster_user_id: '100' };
    const raidIn: PlannedSubscription = {
      key: subscriptionKey({ type: 'channel.raid', condition }),
      type: 'channel.raid',
      version: '1',
      condition,
      cost: 1,
      kinds: ['raid_in'],
    };
    const raidOut = {
      id: 'raid out',
      type: 'channel.raid',
      condition: { from_broadcaster_user_id: '100', to_broadcaster_user_id: '' },
      sessionId: 'mine',
    };
    const twitch = twitchWith([raidOut], true);
    const answer = await createSubscription(twitch, raidIn, 'mine');
    expect(answer).toEqual({ outcome: 'later', problem: 'twitch_down' });
    expect(twitch.deleted).toEqual([]);
  });

  it('asks again later where Twitch shows none and refuses still', async () => {
    const answer = await createSubscription(twitchWith([], true), PLANNED, 'mine');
    expect(answer).toEqual({ outcome: 'later', problem: 'twitch_down' });
  });

  it.each([
    [refusal(401), { outcome: 'unauthorized' }],
    [refusal(500), { outcome: 'later', problem: 'twitch_down' }],
    [new Error('?'), { outcome: 'later', problem: 'unknown' }],
  ])('fails as looking it up fails (%s)', async (error, outcome) => {
    const twitch = { ...twitchWith([existing('old', 'dead')]), ...failing(error) };
    const { createSubscription: conflict } = twitchWith([], true);
    expect(
      await createSubscription({ ...twitch, createSubscription: conflict }, PLANNED, 'mine'),
    ).toEqual(outcome);
  });
});

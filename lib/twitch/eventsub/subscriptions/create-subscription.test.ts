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

function refusal(status: number | null, reason = '', existingId?: string): HelixError {
  return new HelixError(status, reason, null, { existingId: existingId ?? null });
}

/** A Helix API that refuses a second subscription of the same kind with 409. */
function apiWith(
  existing: ExistingSubscription[],
  { invisible = false, namedId }: { invisible?: boolean; namedId?: string } = {},
) {
  const stored = [...existing];
  const deleted: string[] = [];
  const listed: string[] = [];
  return {
    deleted,
    /** The types that were listed. */
    listed,
    createSubscription: async ({ type, condition }: SubscriptionRequest, sessionId: string) => {
      if (invisible || stored.some((known) => known.condition['broadcaster_user_id'] === '100')) {
        throw refusal(409, 'subscription already exists', namedId);
      }
      stored.push({ id: 'made', type, condition, sessionId });
      return 'made';
    },
    deleteSubscription: async (id: string) => {
      deleted.push(id);
      stored.splice(
        stored.findIndex((known) => known.id === id),
        1,
      );
    },
    subscription: async (id: string) => stored.find((known) => known.id === id) ?? null,
    subscriptionsOfType: async (type: string) => {
      listed.push(type);
      return stored.filter((known) => known.type === type);
    },
  };
}

function failing(error: unknown) {
  const fail = async () => {
    throw error;
  };
  return {
    createSubscription: fail,
    deleteSubscription: fail,
    subscription: fail,
    subscriptionsOfType: fail,
  };
}

const existing = (id: string, sessionId: string | null, streamerId = '100') => ({
  id,
  type: 'stream.online',
  condition: { broadcaster_user_id: streamerId },
  sessionId,
});

describe('createSubscription', () => {
  it('returns the id of the new subscription', async () => {
    const made = await createSubscription(apiWith([]), PLANNED, 'mine');
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
    [404, 'not found', { outcome: 'later', problem: 'unknown' }],
    [null, 'Failed to fetch', { outcome: 'later', problem: 'offline' }],
  ])('turns %s "%s" into %o', async (status, reason, outcome) => {
    const answer = await createSubscription(failing(refusal(status, reason)), PLANNED, 'mine');
    expect(answer).toEqual(outcome);
  });

  it('suggests another request after an unexpected error', async () => {
    const answer = await createSubscription(failing(new Error('out of memory')), PLANNED, 'mine');
    expect(answer).toEqual({ outcome: 'later', problem: 'unknown' });
  });
});

describe('createSubscription, when the subscription exists', () => {
  it('returns its id if it belongs to this session', async () => {
    const api = apiWith([existing('old', 'dead'), existing('own', 'mine')]);
    expect(await createSubscription(api, PLANNED, 'mine')).toEqual({
      outcome: 'enabled',
      id: 'own',
    });
    expect(api.deleted).toEqual([]);
  });

  it.each(['dead', null])(
    'deletes it and creates it again if it belongs to the session %s',
    async (session) => {
      const api = apiWith([existing('old', session), existing('another', 'dead', '101')]);
      expect(await createSubscription(api, PLANNED, 'mine')).toEqual({
        outcome: 'enabled',
        id: 'made',
      });
      expect(api.deleted).toEqual(['old']);
    },
  );

  it('keeps another subscription of the same type', async () => {
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
    const api = apiWith([raidOut], { invisible: true });
    const answer = await createSubscription(api, raidIn, 'mine');
    expect(answer).toEqual({ outcome: 'later', problem: 'twitch_down' });
    expect(api.deleted).toEqual([]);
  });

  it('suggests another request if Twitch does not list it', async () => {
    const answer = await createSubscription(apiWith([], { invisible: true }), PLANNED, 'mine');
    expect(answer).toEqual({ outcome: 'later', problem: 'twitch_down' });
  });

  it('asks only for the subscription that the answer names', async () => {
    const api = apiWith([existing('other', 'mine'), existing('own', 'mine')], { namedId: 'own' });
    const answer = await createSubscription(api, PLANNED, 'mine');
    expect(answer).toEqual({ outcome: 'enabled', id: 'own' });
    expect(api.listed).toEqual([]);
  });

  it('deletes the named subscription of an ended session, and creates it again', async () => {
    const api = apiWith([existing('old', 'dead')], { namedId: 'old' });
    const answer = await createSubscription(api, PLANNED, 'mine');
    expect(answer).toEqual({ outcome: 'enabled', id: 'made' });
    expect([api.deleted, api.listed]).toEqual([['old'], []]);
  });

  it('lists all of the type if Twitch does not know the id that it named', async () => {
    const api = apiWith([existing('old', 'dead')], { namedId: 'gone' });
    const answer = await createSubscription(api, PLANNED, 'mine');
    expect(answer).toEqual({ outcome: 'enabled', id: 'made' });
    expect([api.deleted, api.listed]).toEqual([['old'], ['stream.online']]);
  });

  it.each([
    [refusal(401), { outcome: 'unauthorized' }],
    [refusal(500), { outcome: 'later', problem: 'twitch_down' }],
    [new Error('?'), { outcome: 'later', problem: 'unknown' }],
  ])('fails with the error of the lookup: %s', async (error, outcome) => {
    const api = { ...apiWith([existing('old', 'dead')]), ...failing(error) };
    const { createSubscription: conflict } = apiWith([], { invisible: true });
    expect(
      await createSubscription({ ...api, createSubscription: conflict }, PLANNED, 'mine'),
    ).toEqual(outcome);
  });
});

// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { describeScope } from '../oauth/scopes.ts';
import { EVENT_TYPES, typeShape } from '../shapes/every-type.ts';
import type { Api } from '../testing/api.ts';
import { type Harness, startHarness } from '../testing/harness.ts';
import type { SocketClient } from '../testing/socket-client.ts';
import { SUBSCRIPTION_TYPES, type SubscriptionType } from './catalog.ts';

const ALL_SCOPES = [...new Set(SUBSCRIPTION_TYPES.flatMap(({ scopes }) => scopes.flat()))];
const OF_CHANNELS = SUBSCRIPTION_TYPES.filter(
  ({ type, audience }) => audience !== 'app' && !type.startsWith('user.'),
);

/** The audiences to which each role belongs on the streamer's channel. */
const ROLES = [
  { role: 'a viewer', userId: '200', audiences: ['anyone', 'reader'] },
  { role: 'a moderator', userId: '300', audiences: ['anyone', 'reader', 'moderator'] },
  {
    role: 'the streamer',
    userId: '100',
    audiences: ['anyone', 'reader', 'moderator', 'broadcaster'],
  },
  { role: 'another streamer', userId: '101', audiences: ['anyone', 'reader'] },
];

let twitch: Harness;
let clients = 0;

beforeAll(async () => {
  twitch = await startHarness({ timings: { maxJoins: 200 } });
});
afterAll(() => twitch.close());

interface Caller {
  api: Api;
  client: SocketClient;
  session: string;
}

async function signIn(userId: string, scopes: readonly string[] = ALL_SCOPES): Promise<Caller> {
  // A new client each time, because the limits count by client.
  const clientId = `client-${(clients += 1)}`;
  const api = await twitch.signIn({ userId, scopes: scopes.join(' '), clientId });
  const client = twitch.connect();
  const session = await client.sessionId();
  // Keeps the session alive while the other subscriptions are created and deleted.
  await api.subscribe(session, 'user.update', { user_id: userId });
  return { api, client, session };
}

/** Returns the condition with which a user requests a type of the streamer's channel. */
function conditionOf({ condition }: SubscriptionType, userId: string, channel = '100') {
  const valueOf = (key: string) => (/^(user|moderator_user)_id$/.test(key) ? userId : channel);
  const keys = condition.map((key) => [key].flat()[0] ?? '');
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
}

async function statusOf({ api, session }: Caller, type: SubscriptionType, condition: object) {
  const requested = { ...condition } as Record<string, string>;
  const { status, body } = await api.subscribe(session, type.type, requested, type.version);
  const [created] = (body.data ?? []) as { id: string }[];
  if (created) await api.delete(`/eventsub/subscriptions?id=${created.id}`);
  return status;
}

describe.each(ROLES)('$role', ({ userId, audiences }) => {
  it('can subscribe to what the role allows, and to nothing else', async () => {
    const caller = await signIn(userId);
    for (const type of OF_CHANNELS) {
      const status = await statusOf(caller, type, conditionOf(type, userId));
      const expected = audiences.includes(type.audience) ? 202 : 403;
      expect([type.type, type.version, status]).toEqual([type.type, type.version, expected]);
    }
  });

  it('cannot subscribe without the required scope', async () => {
    const caller = await signIn(userId, []);
    for (const type of OF_CHANNELS.filter(({ scopes }) => scopes.length > 0)) {
      const status = await statusOf(caller, type, conditionOf(type, userId));
      expect([type.type, status]).toEqual([type.type, 403]);
    }
  });
});

it('refuses a subscription in the name of another user', async () => {
  const caller = await signIn('300');
  for (const type of OF_CHANNELS.filter(
    ({ audience }) => audience === 'reader' || audience === 'moderator',
  )) {
    const status = await statusOf(caller, type, conditionOf(type, '100'));
    expect([type.type, status]).toEqual([type.type, 403]);
  }
});

it('refuses a moderator of one channel on another channel', async () => {
  const caller = await signIn('300');
  for (const type of OF_CHANNELS.filter(({ audience }) => audience === 'moderator')) {
    const status = await statusOf(caller, type, conditionOf(type, '300', '101'));
    expect([type.type, status]).toEqual([type.type, 403]);
  }
});

it('accepts any one scope of each group', async () => {
  for (const pick of [0, -1]) {
    const scopes = SUBSCRIPTION_TYPES.flatMap((type) =>
      type.scopes.flatMap((group) => group.at(pick) ?? []),
    );
    const caller = await signIn('100', [...new Set(scopes)]);
    for (const type of OF_CHANNELS) {
      const status = await statusOf(caller, type, conditionOf(type, '100'));
      expect([type.type, type.version, status]).toEqual([type.type, type.version, 202]);
    }
  }
});

it('sends every type with a shape to the streamer', async () => {
  const { api, client, session } = await signIn('100');
  for (const type of EVENT_TYPES) {
    const { version, build } = typeShape(type);
    const entry = OF_CHANNELS.find((known) => known.type === type && known.version === version);
    expect([type, entry?.version]).toEqual([type, version]);
    const condition = entry ? conditionOf(entry, '100') : {};
    expect((await api.subscribe(session, type, condition, version)).status).toBe(202);
    const event = build(createRandom(3));
    expect(await twitch.admin.sendEvent({ type, event })).toHaveLength(1);
    const { metadata, payload } = await client.next('notification');
    expect(metadata).toMatchObject({ subscription_type: type, subscription_version: version });
    expect(payload.event).toEqual(event);
  }
});

it.each(ALL_SCOPES)('the authorize page has a description of %s', (scope) => {
  expect(describeScope(scope)).not.toContain(scope);
});

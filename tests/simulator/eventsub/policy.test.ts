// @vitest-environment node
import { expect, it } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { createRandom } from '../core/random.ts';
import { createChannels } from '../world/channels.ts';
import { createTokens } from '../world/tokens.ts';
import { refusalOf } from './policy.ts';
import { createSubscriptions, type Subscription } from './subscriptions.ts';

const clock = systemClock;
const condition = { broadcaster_user_id: '100' };

function subscriptionOn(sessionId: string, tokenValue: string): Subscription {
  return {
    id: `on ${sessionId}`,
    type: 'stream.online',
    version: '1',
    condition,
    status: 'enabled',
    cost: 0,
    createdAt: 0,
    sessionId,
    connectedAt: 0,
    tokenValue,
    clientId: 'client-one',
    userId: '200',
    disabledAt: null,
  };
}

// A session cannot reach this limit: a fourth connection is refused before.
it('refuses a fourth equal subscription', () => {
  const tokens = createTokens({ issued: [], clock, random: createRandom(1) });
  const token = tokens.issue({ clientId: 'client-one', userId: '200', scopes: [] });
  const subscriptions = createSubscriptions({ clock, timings: { disabledListedMs: 1_000 } });
  for (const id of ['a', 'b', 'c']) subscriptions.add(subscriptionOn(id, token.value));
  subscriptions.add({ ...subscriptionOn('d', token.value), type: 'stream.offline' });
  const request = { type: 'stream.online', version: '1', condition, method: 'websocket' };
  const session = {
    id: 'd',
    state: 'connected' as const,
    owner: token,
  };
  const refusal = refusalOf({
    request: { ...request, sessionId: 'd' },
    token,
    session,
    tokens,
    channels: createChannels({ clock, random: createRandom(1) }),
    joins: { mayJoin: () => true },
    subscriptions,
  });
  expect(refusal).toEqual({
    status: 429,
    message: 'maximum subscriptions with type and condition exceeded',
  });
});

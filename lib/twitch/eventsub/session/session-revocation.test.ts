import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/time';
import { revocationFrame, welcomeFrame } from '@/tests/support/builders/frames';
import {
  ENABLED,
  keepAlive,
  runSession,
  VIEWER_PLAN,
} from '@/tests/support/running/running-session';
import type { SubscriptionOutcome } from '../subscriptions/create-subscription';
import { CHAT_NOTICES } from '../subscriptions/plan';

it('counts a revocation that arrives before the answer of Helix', async () => {
  const running = runSession();
  const { network, clock, states, subscribed, revokedKeys, answerWith } = running;
  const { promise, resolve } = Promise.withResolvers<SubscriptionOutcome>();
  answerWith(({ type }) => (type === CHAT_NOTICES ? promise : ENABLED));
  network.latest.deliver(welcomeFrame());
  await clock.advance(0);
  network.latest.deliver(revocationFrame(CHAT_NOTICES, 'chat_user_banned'));
  resolve(ENABLED);
  await clock.advance(0);
  expect(revokedKeys).toEqual([VIEWER_PLAN[0]?.key]);
  expect(subscribed).toHaveLength(VIEWER_PLAN.length - 1);
  expect(subscribed).not.toContain(CHAT_NOTICES);
  expect(states.at(-1)).toEqual({ state: 'listening', problem: 'chat_refused' });
  answerWith(() => ENABLED);
  await keepAlive(running, 30 * MINUTE);
  expect(subscribed).toContain(CHAT_NOTICES);
  expect(states.at(-1)).toEqual({ state: 'listening', problem: null });
  expect(network.sockets).toHaveLength(1);
});

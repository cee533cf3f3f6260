import { expect, it } from 'vitest';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import { stateAfter } from './subscription-report';

it.each<[SubscriptionOutcome, string, string | null]>([
  [{ outcome: 'enabled', id: '1' }, 'listening', null],
  [{ outcome: 'refused', reason: 'missing scope' }, 'refused', 'missing scope'],
  [{ outcome: 'refused', reason: '' }, 'refused', null],
  [{ outcome: 'refused', reason: '<html>'.repeat(50) }, 'refused', null],
  [{ outcome: 'later', problem: 'rate_limited' }, 'waiting', 'rate_limited'],
  [{ outcome: 'session_gone' }, 'waiting', null],
  [{ outcome: 'unauthorized' }, 'waiting', null],
])('reports %o as %s with the reason %s', (answer, state, reason) => {
  expect(stateAfter(answer, 7)).toEqual({ state, since: 7, reason });
});

import type { ReceivedType, Receiving, Role } from '@/lib/domain/receiving';
import type { Plan } from '@/lib/twitch/eventsub/plan';
import type { SubscribeOutcome } from '@/lib/twitch/eventsub/subscribe';

/** A plan as the user sees it, before Twitch has answered. */
export function receivingOf(plan: Plan, role: Role, streamerId: string, now: number): Receiving {
  return {
    streamerId,
    role,
    cost: plan.subscriptions.reduce((sum, { cost }) => sum + cost, 0),
    types: plan.types.map((type) => ({ ...type, since: now, reason: null })),
  };
}

/** Where a type stands after Twitch's answer. */
export function stateAfter(
  answer: SubscribeOutcome,
  now: number,
): Pick<ReceivedType, 'state' | 'since' | 'reason'> {
  switch (answer.outcome) {
    case 'enabled':
      return { state: 'listening', since: now, reason: null };
    case 'refused':
      return { state: 'refused', since: now, reason: null };
    case 'later':
      return { state: 'waiting', since: now, reason: answer.problem };
    default:
      return { state: 'waiting', since: now, reason: null };
  }
}

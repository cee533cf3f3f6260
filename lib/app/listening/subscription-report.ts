import type {
  ReportedSubscription,
  SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { KnownRole } from './viewer-role';

/** A plan as the user sees it, before Twitch has answered. */
export function initialReport(
  plan: Plan,
  role: KnownRole,
  streamerId: string,
  now: number,
): SubscriptionReport {
  return {
    streamerId,
    ...role,
    cost: plan.subscriptions.reduce((sum, { cost }) => sum + cost, 0),
    types: plan.types.map((type) => ({ ...type, since: now, reason: null })),
  };
}

/** Twitch's words are a sentence; what is longer is no reason, but some page that came instead. */
const LONGEST_REASON = 200;

function sentenceIn(reason: string): string | null {
  return reason === '' || reason.length > LONGEST_REASON ? null : reason;
}

/** Where a type stands after Twitch's answer. */
export function stateAfter(
  answer: SubscriptionOutcome,
  now: number,
): Pick<ReportedSubscription, 'state' | 'since' | 'reason'> {
  switch (answer.outcome) {
    case 'enabled':
      return { state: 'listening', since: now, reason: null };
    case 'refused':
      return { state: 'refused', since: now, reason: sentenceIn(answer.reason) };
    case 'later':
      return { state: 'waiting', since: now, reason: answer.problem };
    default:
      return { state: 'waiting', since: now, reason: null };
  }
}

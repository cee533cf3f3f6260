import type { Problem } from '@/lib/domain/problem';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import type { PlannedSubscription } from './plan';
import { isSameSubscription } from './subscription-key';

/** How asking for a subscription ended. */
export type SubscriptionOutcome =
  | { outcome: 'enabled'; id: string }
  /** Not with this token, however often it is tried; `reason` is Twitch's own. */
  | { outcome: 'refused'; reason: string }
  /** The socket the subscription was meant for no longer counts. */
  | { outcome: 'session_gone' }
  /** The token may be bad; only `/validate` can tell. */
  | { outcome: 'unauthorized' }
  | { outcome: 'later'; problem: Problem };

type HelixSubscriptions = Pick<
  TwitchApi,
  'createSubscription' | 'deleteSubscription' | 'subscriptionsOfType'
>;

/** Asks Twitch for one subscription on a session. Never throws. */
export async function createSubscription(
  api: HelixSubscriptions,
  planned: PlannedSubscription,
  sessionId: string,
): Promise<SubscriptionOutcome> {
  try {
    return { outcome: 'enabled', id: await api.createSubscription(planned, sessionId) };
  } catch (error) {
    if (!(error instanceof HelixError)) return { outcome: 'later', problem: 'unknown' };
    if (error.status !== 409) return outcomeOf(error);
    return await takeOver(api, planned, sessionId);
  }
}

/**
 * 409 says that the subscription exists, but not where: one that belongs to a dead session would
 * leave this one silent. So it is looked up, and made anew unless it is this session's own.
 */
async function takeOver(
  api: HelixSubscriptions,
  planned: PlannedSubscription,
  sessionId: string,
): Promise<SubscriptionOutcome> {
  try {
    const existing = (await api.subscriptionsOfType(planned.type)).filter((subscription) =>
      isSameSubscription(planned, subscription),
    );
    const own = existing.find((subscription) => subscription.sessionId === sessionId);
    if (own !== undefined) return { outcome: 'enabled', id: own.id };
    for (const { id } of existing) await api.deleteSubscription(id);
    return { outcome: 'enabled', id: await api.createSubscription(planned, sessionId) };
  } catch (error) {
    return error instanceof HelixError
      ? outcomeOf(error)
      : { outcome: 'later', problem: 'unknown' };
  }
}

function outcomeOf({ status, reason, problem }: HelixError): SubscriptionOutcome {
  if (status === 401) return { outcome: 'unauthorized' };
  if (status === 403) return { outcome: 'refused', reason };
  if (status === 400)
    return /session/i.test(reason) ? { outcome: 'session_gone' } : { outcome: 'refused', reason };
  if (status === 429) return { outcome: 'later', problem: limitIn(reason) };
  return { outcome: 'later', problem: status === 409 ? 'twitch_down' : problem };
}

/** Twitch answers 429 for four different limits and tells them apart in words only. */
function limitIn(reason: string): Problem {
  if (/transport/i.test(reason)) return 'too_many_connections';
  if (/type and condition/i.test(reason)) return 'too_many_connections';
  return /cost/i.test(reason) ? 'over_budget' : 'rate_limited';
}

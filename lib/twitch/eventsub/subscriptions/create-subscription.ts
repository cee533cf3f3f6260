import type { Problem } from '@/lib/domain/problem';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import type { ExistingSubscription } from '@/lib/twitch/helix/eventsub-subscriptions';
import { HelixError } from '@/lib/twitch/helix/helix-error';
import type { PlannedSubscription } from './plan';
import { isSameSubscription } from './subscription-key';

/** The outcome of a request for a subscription. */
export type SubscriptionOutcome =
  | { outcome: 'enabled'; id: string }
  /** Not possible with this token now. `reason` is in Twitch's words. */
  | { outcome: 'refused'; reason: string }
  /** The socket of the subscription has ended. */
  | { outcome: 'session_gone' }
  /** The token may be invalid. Only `/validate` can decide that. */
  | { outcome: 'unauthorized' }
  /** Not possible now, but worth another request. */
  | { outcome: 'later'; problem: Problem };

/** The calls of Helix about subscriptions. */
export type SubscriptionApi = Pick<
  TwitchApi,
  'createSubscription' | 'deleteSubscription' | 'subscription' | 'subscriptionsOfType'
>;

/** Requests one subscription for a session from Twitch. Never throws. */
export async function createSubscription(
  api: SubscriptionApi,
  planned: PlannedSubscription,
  sessionId: string,
): Promise<SubscriptionOutcome> {
  try {
    return { outcome: 'enabled', id: await api.createSubscription(planned, sessionId) };
  } catch (error) {
    if (!(error instanceof HelixError)) return { outcome: 'later', problem: 'unknown' };
    if (error.status !== 409) return outcomeOf(error);
    return await takeOver(api, planned, sessionId, error.existingId);
  }
}

/**
 * Returns the subscriptions that prevent another one. Twitch names the one that exists in the 409;
 * without its id, all of the type must be listed.
 */
async function findExisting(
  api: SubscriptionApi,
  planned: PlannedSubscription,
  existingId: string | null,
): Promise<ExistingSubscription[]> {
  const named = existingId === null ? null : await api.subscription(existingId);
  if (named !== null) return [named];
  const sameType = await api.subscriptionsOfType(planned.type);
  return sameType.filter((subscription) => isSameSubscription(planned, subscription));
}

/**
 * Handles the status 409: the subscription exists already. If it belongs to an ended session, this
 * session would receive nothing, so it is deleted and created again.
 * See https://dev.twitch.tv/docs/api/reference/#create-eventsub-subscription
 */
async function takeOver(
  api: SubscriptionApi,
  planned: PlannedSubscription,
  sessionId: string,
  existingId: string | null,
): Promise<SubscriptionOutcome> {
  try {
    const existing = await findExisting(api, planned, existingId);
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

/**
 * Returns the limit behind a 429. Twitch has four of them, which differ only in the message.
 * See https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
function limitIn(reason: string): Problem {
  if (/transport/i.test(reason)) return 'too_many_connections';
  if (/type and condition/i.test(reason)) return 'too_many_connections';
  return /cost/i.test(reason) ? 'over_budget' : 'rate_limited';
}

import { makePlan, type Plan } from './plan';
import type { PlanRequest } from './plan-request';

/** Twitch allows this many on a session: https://dev.twitch.tv/docs/eventsub/manage-subscriptions/ */
export const MAX_SUBSCRIPTIONS = 300;

/** Whom to plan for. The budget decides how many subscriptions there may be. */
export type RosterPlanRequest = Omit<PlanRequest, 'maxSubscriptions'>;

/** Plans for the streamers of a session, who come in the order of their importance. */
export function planRoster(requests: readonly RosterPlanRequest[]): Plan[] {
  let planned = 0;
  return requests.map((request, index) => {
    const maxSubscriptions = subscriptionBudget(planned, requests.slice(index + 1));
    const plan = makePlan({ ...request, maxSubscriptions });
    planned += plan.subscriptions.length;
    return plan;
  });
}

/**
 * Returns how many subscriptions a streamer may have. `planned` is the number of those before, and
 * each one that follows keeps room for the chat notices, and for the cheers if they are wanted.
 */
export function subscriptionBudget(
  planned: number,
  following: readonly Pick<PlanRequest, 'recordsCheers'>[],
): number {
  const kept = following.reduce((sum, { recordsCheers }) => sum + (recordsCheers ? 2 : 1), 0);
  return MAX_SUBSCRIPTIONS - planned - kept;
}

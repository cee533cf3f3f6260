import { expect } from '@playwright/test';
import type { World } from './fixtures.ts';

/** Reads what the simulated Twitch received from the extension. */

/** The number of subscriptions for the favorite of a viewer who granted no further scopes. */
export const VIEWER_SUBSCRIPTIONS = 6;

/** Returns how many requests for a path Twitch received. */
export async function requestCount({ admin }: World, path: string): Promise<number> {
  return (await admin.state()).requests[path] ?? 0;
}

/** Waits until there is exactly one enabled subscription to a type, or `count` of them. */
export async function expectSubscribed({ admin }: World, type: string, count = 1): Promise<void> {
  const enabled = async () =>
    (await admin.state()).subscriptions.filter(
      (subscription) => subscription.type === type && subscription.status === 'enabled',
    );
  await expect.poll(enabled).toHaveLength(count);
}

/** Returns the ids of all EventSub sessions until now. */
export async function sessionIds({ admin }: World): Promise<Set<string>> {
  return new Set((await admin.state()).sessions.map(({ id }) => id));
}

/**
 * Returns how many sessions that are not among `before` have every subscription of a viewer who
 * listens to the favorite and to that many others, for whom there is one each.
 */
export async function newListeningSessions(
  { admin }: World,
  before: ReadonlySet<string>,
  others = 0,
): Promise<number> {
  const { sessions } = await admin.state();
  return sessions.filter(
    ({ id, subscription_ids }) =>
      !before.has(id) && subscription_ids.length === VIEWER_SUBSCRIPTIONS + others,
  ).length;
}

import type { Database } from './database';

const KEY = 'eventsub';

/**
 * Notes the EventSub session that begins, and keeps the subscriptions of the one before as
 * leftovers: a dead session still counts at Twitch until they are deleted.
 */
export async function openSession(db: Database, sessionId: string): Promise<void> {
  await db.transaction('rw', db.session, async () => {
    const before = await db.session.get(KEY);
    const leftoverIds = [...(before?.leftoverIds ?? []), ...(before?.subscriptionIds ?? [])];
    await db.session.put({ id: KEY, sessionId, subscriptionIds: [], leftoverIds });
  });
}

/** Notes a subscription of the current session. */
export async function addSubscription(db: Database, subscriptionId: string): Promise<void> {
  await db.session
    .where('id')
    .equals(KEY)
    .modify((session) => {
      session.subscriptionIds.push(subscriptionId);
    });
}

/** Ids of subscriptions that belong to sessions before the current one. */
export async function staleSubscriptions(db: Database): Promise<string[]> {
  return (await db.session.get(KEY))?.leftoverIds ?? [];
}

/** Notes that a leftover is gone from Twitch. */
export async function forgetStaleSubscription(db: Database, subscriptionId: string): Promise<void> {
  await db.session
    .where('id')
    .equals(KEY)
    .modify((session) => {
      session.leftoverIds = session.leftoverIds.filter((id) => id !== subscriptionId);
    });
}

/** Forgets the session, as at sign-out: its subscriptions end with the token. */
export async function forgetSession(db: Database): Promise<void> {
  await db.session.clear();
}

import type { Database, SessionRecord } from './database';

const KEY = 'eventsub';

/**
 * Stores the EventSub session that begins now. The subscriptions of the session before it become
 * stale: Twitch counts them until they are deleted, even if their session is dead.
 * https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
export async function openSession(db: Database, sessionId: string): Promise<void> {
  await db.transaction('rw', db.session, async () => {
    const before = await db.session.get(KEY);
    const leftoverIds = [...(before?.leftoverIds ?? []), ...(before?.subscriptionIds ?? [])];
    await db.session.put({ id: KEY, sessionId, subscriptionIds: [], leftoverIds });
  });
}

/** Adds a subscription to the current session. Does nothing if there is no session. */
export async function addSubscription(db: Database, subscriptionId: string): Promise<void> {
  await changeSession(db, (session) => {
    session.subscriptionIds.push(subscriptionId);
  });
}

/** Makes subscriptions of the current session stale, because they are not wanted any more. */
export async function retireSubscriptions(
  db: Database,
  subscriptionIds: readonly string[],
): Promise<void> {
  await changeSession(db, (session) => {
    const remaining = session.subscriptionIds.filter((id) => !subscriptionIds.includes(id));
    session.subscriptionIds = remaining;
    session.leftoverIds.push(...subscriptionIds);
  });
}

/** Returns the ids of the stale subscriptions: Twitch counts them, but nobody needs them. */
export async function staleSubscriptions(db: Database): Promise<string[]> {
  return (await db.session.get(KEY))?.leftoverIds ?? [];
}

/** Removes stale subscriptions that have been deleted at Twitch. */
export async function removeStaleSubscriptions(
  db: Database,
  subscriptionIds: readonly string[],
): Promise<void> {
  await changeSession(db, (session) => {
    session.leftoverIds = session.leftoverIds.filter((id) => !subscriptionIds.includes(id));
  });
}

/** Deletes the session at sign-out, when its subscriptions end with the token. */
export async function forgetSession(db: Database): Promise<void> {
  await db.session.clear();
}

/** Changes the record of the session. Does nothing if there is none. */
async function changeSession(
  db: Database,
  change: (session: SessionRecord) => void,
): Promise<void> {
  await db.session.where('id').equals(KEY).modify(change);
}

import type { Database } from '@/lib/db/database';
import { removeStaleSubscriptions, staleSubscriptions } from '@/lib/db/session';
import type { Log } from '@/lib/log';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { HelixError } from '@/lib/twitch/helix/helix-error';

/**
 * A viewer leaves six: two rounds of three take no longer than the two free subscriptions that are
 * requested meanwhile. More at once would only need more connections.
 */
const DELETED_AT_ONCE = 3;

type DeleteApi = Pick<TwitchApi, 'deleteSubscription'>;

/**
 * Deletes the subscriptions of earlier sessions at Twitch, where they still count against the cost
 * limit. Throws what the database throws.
 * See https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
export async function deleteStaleSubscriptions(
  db: Database,
  api: DeleteApi,
  log: Log,
): Promise<void> {
  const ids = await staleSubscriptions(db);
  for (let start = 0; start < ids.length; start += DELETED_AT_ONCE) {
    const batch = ids.slice(start, start + DELETED_AT_ONCE);
    const areDeleted = await Promise.all(batch.map((id) => tryDelete(api, id, log)));
    const deleted = batch.filter((_id, index) => areDeleted[index]);
    if (deleted.length > 0) await removeStaleSubscriptions(db, deleted);
  }
}

/** Deletes a subscription. Returns true if it no longer exists at Twitch. */
async function tryDelete(api: DeleteApi, id: string, log: Log): Promise<boolean> {
  try {
    await api.deleteSubscription(id);
    return true;
  } catch (error) {
    log.info('a stale subscription was not deleted', error);
    // A refusal usually means that Twitch has already deleted it after the socket closed.
    return error instanceof HelixError && error.status !== null && error.status < 500;
  }
}

import type { Database } from '@/lib/db/database';
import { removeStaleSubscription, staleSubscriptions } from '@/lib/db/session';
import type { Log } from '@/lib/log';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { HelixError } from '@/lib/twitch/helix/helix-error';

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
  for (const id of await staleSubscriptions(db)) {
    if (await tryDelete(api, id, log)) await removeStaleSubscription(db, id);
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

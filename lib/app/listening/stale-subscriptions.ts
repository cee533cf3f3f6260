import type { Database } from '@/lib/db/database';
import { forgetStaleSubscription, staleSubscriptions } from '@/lib/db/session';
import type { Log } from '@/lib/log';
import type { TwitchApi } from '@/lib/twitch/helix/api';
import { HelixError } from '@/lib/twitch/helix/helix-error';

type Deleting = Pick<TwitchApi, 'deleteSubscription'>;

/** Deletes at Twitch what dead sessions have left there. Throws what the database throws. */
export async function deleteStaleSubscriptions(
  db: Database,
  api: Deleting,
  log: Log,
): Promise<void> {
  for (const id of await staleSubscriptions(db)) {
    if (await isDeleted(api, id, log)) await forgetStaleSubscription(db, id);
  }
}

/** Whether a subscription is gone from Twitch now: unless Twitch could not be asked, it is. */
async function isDeleted(api: Deleting, id: string, log: Log): Promise<boolean> {
  try {
    await api.deleteSubscription(id);
    return true;
  } catch (error) {
    log.info('leftover not deleted', error);
    // Refused, as a rule, because Twitch has ended it itself some time after its socket.
    return error instanceof HelixError && error.status !== null && error.status < 500;
  }
}

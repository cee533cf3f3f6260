import { currentAccount } from '@/lib/db/accounts';
import type { Database } from '@/lib/db/database';
import type { LastSignOut } from '@/lib/settings/last-sign-out';

/**
 * Returns the id of the account whose streamers the screens show: the one that is signed in, or the
 * last one if Twitch has ended its sign-in. Returns `null` if there is none.
 */
export async function shownAccountId(
  db: Database,
  lastSignOut: Pick<LastSignOut, 'getValue'>,
): Promise<string | null> {
  const account = await currentAccount(db);
  if (account !== null) return account.id;
  const ended = await lastSignOut.getValue();
  return ended?.by === 'twitch' ? ended.accountId : null;
}

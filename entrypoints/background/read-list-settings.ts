import { shownAccountId } from '@/lib/app/account/shown-account';
import type { Database } from '@/lib/db/database';
import { effectiveListSettings, type ListSettings } from '@/lib/domain/roster/effective';
import { EMPTY_ROSTER } from '@/lib/domain/roster/roster';
import { lastSignOutItem } from '@/lib/settings/last-sign-out';
import { readRoster } from '@/lib/settings/roster';
import { readSettings } from '@/lib/settings/settings';

/** Returns what is stored for the list of a streamer. */
export async function readListSettings(db: Database, streamerId: string): Promise<ListSettings> {
  const [settings, accountId] = await Promise.all([
    readSettings(),
    shownAccountId(db, lastSignOutItem),
  ]);
  const roster = accountId === null ? EMPTY_ROSTER : await readRoster(accountId);
  return effectiveListSettings(roster, settings, streamerId);
}

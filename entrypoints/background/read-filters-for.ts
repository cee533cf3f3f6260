import { shownAccountId } from '@/lib/app/account/shown-account';
import type { Database } from '@/lib/db/database';
import type { Filters } from '@/lib/domain/filter/filter';
import { effectiveFilters } from '@/lib/domain/roster/effective';
import { EMPTY_ROSTER } from '@/lib/domain/roster/roster';
import { lastSignOutItem } from '@/lib/settings/last-sign-out';
import { readRoster } from '@/lib/settings/roster';
import { readSettings } from '@/lib/settings/settings';

/** Returns the stored filters that apply to a streamer. */
export async function readFiltersFor(db: Database, streamerId: string): Promise<Filters> {
  const [settings, accountId] = await Promise.all([
    readSettings(),
    shownAccountId(db, lastSignOutItem),
  ]);
  const roster = accountId === null ? EMPTY_ROSTER : await readRoster(accountId);
  return effectiveFilters(roster, settings, streamerId);
}

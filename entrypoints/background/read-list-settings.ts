import { shownAccountId } from '@/lib/app/account/shown-account';
import type { NotificationChoices } from '@/lib/app/notifications/notified-row';
import type { Database } from '@/lib/db/database';
import { effectiveListSettings, type ListSettings } from '@/lib/domain/roster/effective';
import { EMPTY_ROSTER, type Roster } from '@/lib/domain/roster/roster';
import { lastSignOutItem } from '@/lib/settings/last-sign-out';
import { readRoster } from '@/lib/settings/roster';
import { readSettings } from '@/lib/settings/settings';

/** Returns what is stored for the list of a streamer. */
export async function readListSettings(db: Database, streamerId: string): Promise<ListSettings> {
  const [settings, roster] = await Promise.all([readSettings(), readShownRoster(db)]);
  return effectiveListSettings(roster, settings, streamerId);
}

/** Returns what is stored about notifications. */
export async function readNotificationChoices(db: Database): Promise<NotificationChoices> {
  const [{ notifications }, roster] = await Promise.all([readSettings(), readShownRoster(db)]);
  return { settings: notifications, roster };
}

async function readShownRoster(db: Database): Promise<Roster> {
  const accountId = await shownAccountId(db, lastSignOutItem);
  return accountId === null ? EMPTY_ROSTER : await readRoster(accountId);
}

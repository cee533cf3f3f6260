import type { Database } from '@/lib/db/database';
import { membersOf } from '@/lib/db/history/row-members';
import type { NotificationSettings } from '@/lib/domain/notification/choices';
import { isNotified } from '@/lib/domain/notification/rule';
import { isOver, type Told } from '@/lib/domain/notification/told';
import { effectiveNotifications } from '@/lib/domain/roster/effective';
import type { Roster } from '@/lib/domain/roster/roster';
import { type FeedRow, type StoredEvent, toRow } from '@/lib/domain/row/row';

/** What decides about notifications. */
export interface NotificationChoices {
  settings: NotificationSettings;
  roster: Roster;
}

interface Deciding extends NotificationChoices {
  told: Told;
  db: Database;
}

/** Returns the row of an event; `null` if the user is not, or was already, notified of it. */
export async function notifiedRow(
  event: StoredEvent,
  { settings, roster, told, db }: Deciding,
): Promise<FeedRow | null> {
  const rules = effectiveNotifications(roster, settings, event.streamer_id);
  if (rules === null) return null;
  if (isOfBomb(event) && isOver(told, event.streamer_id, keyOf(event))) return null;
  const row = toRow(event, isOfBomb(event) ? await membersOf(db, event) : [event]);
  return isNotified(row, rules) ? row : null;
}

/** Returns true for the header and the gifts of a gift bomb. */
export function isOfBomb({ event_type, thread }: StoredEvent): boolean {
  return thread !== undefined && (event_type === 'gift' || event_type === 'community_gift');
}

/** Returns what is equal for everything that is told together. */
export function keyOf(event: StoredEvent): string {
  return (isOfBomb(event) ? event.thread : undefined) ?? event.id;
}

/** Returns the last event of each gift bomb, because its row is read as a whole, and all others. */
export function oneOfEachBomb(events: readonly StoredEvent[]): StoredEvent[] {
  return [...new Map(events.map((event) => [keyOf(event), event])).values()];
}

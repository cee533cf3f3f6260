import Dexie from 'dexie';
import type { NamedUser } from '@/lib/domain/event/user';
import type { Database } from '../database';

/** More than the events in a row that Twitch sends without the name of a viewer it knows. */
const MAX_READ = 20;

/** Returns the latest name of a viewer in the log; `null` if there is none. */
export async function latestNameOf(db: Database, viewerId: string): Promise<NamedUser | null> {
  const events = await db.events
    .where('[viewer_id+created_at]')
    .between([viewerId, Dexie.minKey], [viewerId, Dexie.maxKey])
    .reverse()
    .limit(MAX_READ)
    .toArray();
  for (const { viewer_login: login, viewer_name: name } of events) {
    if (login !== null) return { login, name: name ?? login };
  }
  return null;
}

import Dexie from 'dexie';
import type { PersonRecord } from '@/lib/domain/log-index/person';
import type { Database } from '../database';

/** Returns what the index knows of a viewer, by streamer. */
export async function recordsOfPerson(db: Database, viewerId: string): Promise<PersonRecord[]> {
  return await db.people
    .where('[viewer_id+streamer_id]')
    .between([viewerId, Dexie.minKey], [viewerId, Dexie.maxKey])
    .toArray();
}

import Dexie from 'dexie';
import type { EventOf } from '@/lib/domain/event/event';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { channelsOf } from './channels-of';

/** A sub of somebody who had none, as it is stored. */
export type NewSub = EventOf<'sub'> & StoredEvent;

/** Which new subs to read, and how many of them. */
export interface NewestSubsQuery {
  /** The streamer on whose channel they are; `null` for all channels. */
  streamerId: string | null;
  limit: number;
}

/** Returns the newest new subs on some channels, the newest first. Works in a live query. */
export async function newestSubs(
  db: Database,
  { streamerId, limit }: NewestSubsQuery,
): Promise<NewSub[]> {
  const ofStreamer = async (id: string) =>
    await db.events
      // A sub is always a row of its own.
      .where('[streamer_id+event_type+row_at]')
      .between([id, 'sub', Dexie.minKey], [id, 'sub', Dexie.maxKey])
      .reverse()
      .limit(limit)
      .toArray();
  const streamerIds = await channelsOf(db, streamerId);
  return (await Promise.all(streamerIds.map(ofStreamer)))
    .flat()
    .filter((event) => event.event_type === 'sub')
    .toSorted((a, b) => b.created_at - a.created_at || b.seq - a.seq)
    .slice(0, limit);
}

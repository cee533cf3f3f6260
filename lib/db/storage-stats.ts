import type { Database } from './database';
import { totalEvents } from './history/totals';

/** The size of the database. Only numbers, which identify no user. */
export interface StorageStats {
  version: number;
  events: number;
  streamers: number;
  gaps: number;
  /** EventSub subscriptions of the current session. */
  subscriptions: number;
  /** EventSub subscriptions of earlier sessions that are not yet deleted at Twitch. */
  staleSubscriptions: number;
}

/** Reads the size of the database. Throws what IndexedDB throws. */
export async function readStorageStats(db: Database): Promise<StorageStats> {
  const [events, streamers, gaps, sessions] = await Promise.all([
    totalEvents(db),
    db.channels.count(),
    db.gaps.count(),
    db.session.toArray(),
  ]);
  return {
    version: db.verno,
    events,
    streamers,
    gaps,
    subscriptions: sessions.reduce((sum, { subscriptionIds }) => sum + subscriptionIds.length, 0),
    staleSubscriptions: sessions.reduce((sum, { leftoverIds }) => sum + leftoverIds.length, 0),
  };
}

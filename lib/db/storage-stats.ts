import type { Database } from './database';
import { totalEvents } from './history/totals';

/** How much the database holds. Numbers only: they name nobody. */
export interface StorageStats {
  version: number;
  events: number;
  streamers: number;
  gaps: number;
  /** EventSub subscriptions of the session, and those of dead sessions not yet deleted at Twitch. */
  subscriptions: number;
  leftovers: number;
}

/** The figures now. Throws what IndexedDB throws. */
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
    leftovers: sessions.reduce((sum, { leftoverIds }) => sum + leftoverIds.length, 0),
  };
}

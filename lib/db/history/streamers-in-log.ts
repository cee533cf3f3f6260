import type { Streamer } from '@/lib/domain/channel/channel';
import type { Database } from '../database';
import { nameInLog } from './name-in-log';
import { readTotals } from './totals';

/** Returns everybody of whom the log has events, by name. */
export async function streamersInLog(db: Database): Promise<Streamer[]> {
  // Begun together, so that a live query observes both, see `readFeed`.
  const [counts, channels] = await Promise.all([readTotals(db), db.channels.toArray()]);
  const known = new Map(channels.map((channel) => [channel.id, channel]));
  const ids = new Set(counts.filter(({ count }) => count > 0).map(({ streamer_id: id }) => id));
  const streamers = await Promise.all(
    [...ids].map(async (id) => {
      const { login = id, name = await nameInLog(db, id), avatarUrl = '' } = known.get(id) ?? {};
      return { id, login, name, avatarUrl };
    }),
  );
  return streamers.toSorted((a, b) => a.name.localeCompare(b.name));
}

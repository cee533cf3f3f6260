import type { Streamer } from '@/lib/domain/channel/channel';
import type { Database } from '../database';
import { readTotals } from './totals';

/** Returns everybody of whom the log has events, by name. Of an unknown name, the id is shown. */
export async function streamersInLog(db: Database): Promise<Streamer[]> {
  // Begun together, so that a live query observes both, see `readFeed`.
  const [counts, channels] = await Promise.all([readTotals(db), db.channels.toArray()]);
  const known = new Map(channels.map((channel) => [channel.id, channel]));
  const ids = new Set(counts.filter(({ count }) => count > 0).map(({ streamer_id: id }) => id));
  return [...ids]
    .map((id) => {
      const { login, name, avatarUrl } = known.get(id) ?? { login: id, name: id, avatarUrl: '' };
      return { id, login, name, avatarUrl };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

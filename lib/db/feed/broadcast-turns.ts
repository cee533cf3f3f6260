import type { BroadcastTurn } from '@/lib/domain/view/broadcast-turns';
import type { Database } from '../database';

/**
 * Returns when broadcasts of a streamer began and ended after `from` and not after `until`, both in
 * milliseconds since 1970. Works in a live query.
 */
export async function broadcastTurns(
  db: Database,
  streamerId: string,
  { from, until }: { from: number; until: number },
): Promise<BroadcastTurn[]> {
  const turns = await Promise.all(
    (['stream_online', 'stream_offline'] as const).map(async (kind) => {
      const events = await db.events
        .where('[streamer_id+event_type+row_at]')
        .between([streamerId, kind, from], [streamerId, kind, until], false, true)
        .toArray();
      return events.map(({ row_at, created_at }) => ({ kind, at: row_at ?? created_at }));
    }),
  );
  return turns.flat();
}

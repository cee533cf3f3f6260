import type { StoredEvent } from '@/lib/domain/row';
import { utcDay } from '@/lib/time';
import type { Database } from './database';

/** Events recorded in all, by the counters. */
export async function totalEvents(db: Database): Promise<number> {
  const counts = await db.counts.where('period').equals('all').toArray();
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Time of the oldest event, in milliseconds since 1970; `null` for an empty log. */
export async function oldestEventTime(db: Database): Promise<number | null> {
  const oldest = await db.events.orderBy('created_at').first();
  return oldest?.created_at ?? null;
}

/**
 * Deletes events from before `midnight` (the beginning of a UTC day), at most `limit` of them, in one
 * transaction with what they count for; the counters and gaps of those days with the last of them.
 * Gives how many were deleted: fewer than `limit` once nothing is left to delete. Throws what
 * IndexedDB throws; then nothing was deleted.
 */
export async function pruneBefore(db: Database, midnight: number, limit: number): Promise<number> {
  return await db.transaction('rw', db.events, db.counts, db.gaps, async () => {
    const old = await db.events.where('created_at').below(midnight).limit(limit).toArray();
    await db.events.bulkDelete(old.map(({ seq }) => seq));
    await passRowsOn(db, old);
    await takeFromTotals(db, old);
    if (old.length < limit) {
      // Named like 2026-11-23, days stand in order, and before `all`.
      await db.counts.where('period').below(utcDay(midnight)).delete();
      await db.gaps.filter(({ until }) => until < midnight).delete();
    }
    return old.length;
  });
}

/** A row that went on past midnight is begun by the oldest of its events that is left. */
async function passRowsOn(db: Database, deleted: readonly StoredEvent[]): Promise<void> {
  const threads = new Set(
    deleted.flatMap(({ thread, row_at }) =>
      thread === undefined || row_at === undefined ? [] : [thread],
    ),
  );
  for (const thread of threads) {
    const next = await db.events.where('thread').equals(thread).first();
    if (next !== undefined) await db.events.update(next.seq, { row_at: next.created_at });
  }
}

async function takeFromTotals(db: Database, deleted: readonly StoredEvent[]): Promise<void> {
  const byStreamer = Map.groupBy(deleted, ({ streamer_id }) => streamer_id);
  for (const [streamerId, events] of byStreamer) {
    for (const [type, { length }] of Map.groupBy(events, ({ event_type }) => event_type)) {
      const total = await db.counts.get([streamerId, type, 'all']);
      if (total === undefined) continue;
      if (total.count > length) await db.counts.put({ ...total, count: total.count - length });
      else await db.counts.delete([streamerId, type, 'all']);
    }
  }
}

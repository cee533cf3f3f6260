import { DAY, startOfUtcDay } from '@/lib/time';
import type { Database } from '../database';
import { readTotals, storedTotals } from './totals';

/**
 * Restores what `freeBefore` had to delete: the total counters, and the anchors of rows. Call it
 * first in a transaction that changes events and counters. If nothing is missing, it reads one
 * record.
 */
export async function repairTotals(db: Database): Promise<void> {
  if ((await storedTotals(db).first()) !== undefined) return;
  await db.counts.bulkPut(await readTotals(db));
  await repairAnchors(db);
}

/** No row goes on past more than one midnight, so rows without an anchor are on the oldest day. */
async function repairAnchors(db: Database): Promise<void> {
  const oldest = await db.events.orderBy('created_at').first();
  if (oldest === undefined) return;
  const nextDay = startOfUtcDay(oldest.created_at) + DAY;
  const events = await db.events.where('created_at').below(nextDay).toArray();
  await moveRowStarts(db, new Set(events.flatMap(({ thread }) => thread ?? [])));
}

/** Makes the oldest event that is left of each thread the anchor of its row. */
export async function moveRowStarts(db: Database, threads: ReadonlySet<string>): Promise<void> {
  const oldest = await Promise.all(
    [...threads].map((thread) => db.events.where('thread').equals(thread).first()),
  );
  const moved = oldest
    .filter((event) => event !== undefined)
    .filter(({ row_at }) => row_at === undefined)
    .map((event) => ({ ...event, row_at: event.created_at }));
  await db.events.bulkPut(moved);
}

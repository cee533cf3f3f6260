import { DAY, startOfUtcDay } from '@/lib/time';
import type { Database } from '../database';
import { readTotals, storedTotals } from './totals';

/**
 * Writes what `freeBefore` could only delete: the totals, and which event begins a row. To be called at
 * the beginning of a transaction that changes events and counters; it reads next to nothing where
 * nothing is missing.
 */
export async function repairTotals(db: Database): Promise<void> {
  if ((await storedTotals(db).first()) !== undefined) return;
  await db.counts.bulkPut(await readTotals(db));
  await beginRows(db);
}

/** Rows go on past one midnight at most, so those without a beginning are on the oldest day. */
async function beginRows(db: Database): Promise<void> {
  const oldest = await db.events.orderBy('created_at').first();
  if (oldest === undefined) return;
  const nextDay = startOfUtcDay(oldest.created_at) + DAY;
  const events = await db.events.where('created_at').below(nextDay).toArray();
  await moveRowStarts(db, new Set(events.flatMap(({ thread }) => thread ?? [])));
}

/** A row whose first events are gone is begun by the oldest of them that is left. */
export async function moveRowStarts(db: Database, threads: ReadonlySet<string>): Promise<void> {
  for (const thread of threads) {
    const first = await db.events.where('thread').equals(thread).first();
    if (first === undefined || first.row_at !== undefined) continue;
    await db.events.update(first.seq, { row_at: first.created_at });
  }
}

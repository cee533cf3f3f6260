import type { StreamEvent } from '@/lib/domain/event/event';
import {
  isProgress,
  newestProgress,
  type Progress,
  withoutKnown,
  withRowStarts,
} from '@/lib/domain/history/new-events';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { settleBroadcasts } from './broadcasts';
import { addToCounts, moveCount } from './change-counts';
import { mergeUpdates } from './merge-updates';
import { repairTotals } from './repair-totals';

/**
 * Writes events and their counters in one transaction. Events that the log already contains are
 * left out: by `id`, or by `natural_key` for two reports of the same event. A report of a progress
 * replaces the one before, and so does a later end of the same broadcast. Returns the new events as stored, in order of arrival. Throws what
 * IndexedDB throws; then nothing was written.
 */
export async function recordEvents(
  db: Database,
  events: readonly StreamEvent[],
): Promise<StoredEvent[]> {
  return await db.transaction('rw', db.events, db.counts, async () => {
    await repairTotals(db);
    const current = newestProgress(events);
    await replaceProgress(db, current.filter(isProgress));
    const added = await withoutStored(db, await settleBroadcasts(db, current));
    if (added.length === 0) return [];
    const records = withRowStarts(added, await storedThreads(db, added));
    const seqs = (await db.events.bulkAdd(records, { allKeys: true })).map(Number);
    await addToCounts(db, added);
    const stored = records.map((record, index) => ({ ...record, seq: seqs[index] ?? 0 }));
    const updates = stored.filter(({ event_type }) => event_type === 'channel_update');
    if (updates.length === 0) return stored;
    await mergeUpdates(db, updates);
    return (await db.events.bulkGet(seqs)).filter((event) => event !== undefined);
  });
}

/** The record keeps its id and place, because it may be the anchor of a row. */
async function replaceProgress(db: Database, reports: readonly Progress[]): Promise<void> {
  for (const event of reports) {
    const before = await db.events.where('natural_key').equals(event.natural_key).first();
    if (before === undefined || before.created_at >= event.created_at) continue;
    const { id, seq, row_at } = before;
    await db.events.put({ ...event, id, seq, ...(row_at !== undefined && { row_at }) });
    await moveCount(db, before, event);
  }
}

async function withoutStored(db: Database, events: readonly StreamEvent[]): Promise<StreamEvent[]> {
  const [ids, keys] = await Promise.all([
    knownKeys(
      db,
      'id',
      events.map(({ id }) => id),
    ),
    knownKeys(
      db,
      'natural_key',
      events.flatMap(({ natural_key }) => natural_key ?? []),
    ),
  ]);
  return withoutKnown(events, { ids, keys });
}

async function storedThreads(db: Database, events: readonly StreamEvent[]): Promise<Set<unknown>> {
  return await knownKeys(
    db,
    'thread',
    events.flatMap(({ thread }) => thread ?? []),
  );
}

async function knownKeys(
  db: Database,
  index: 'id' | 'natural_key' | 'thread',
  values: readonly string[],
): Promise<Set<unknown>> {
  if (values.length === 0) return new Set();
  return new Set(await db.events.where(index).anyOf(values).uniqueKeys());
}

/** Deletes all events, counters and gaps. The account and the channels stay. */
export async function deleteHistory(db: Database): Promise<void> {
  await db.transaction('rw', db.events, db.counts, db.gaps, async () => {
    await db.events.clear();
    await db.counts.clear();
    await db.gaps.clear();
  });
}

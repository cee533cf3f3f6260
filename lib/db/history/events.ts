import Dexie from 'dexie';
import type { StreamEvent } from '@/lib/domain/event/event';
import {
  isProgress,
  newestProgress,
  withoutKnown,
  withRowStarts,
} from '@/lib/domain/history/new-events';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { reindexEvent } from '../log-index/forget';
import { dropIndex, indexTables } from '../log-index/index-tables';
import { settleBroadcasts } from './broadcasts';
import { addToCounts, moveCount } from './change-counts';
import { mergeUpdates } from './merge-updates';

/**
 * Writes events and their counters in one transaction. Events that the log already contains are
 * left out: by `id`, or by `natural_key` for two reports of the same event. A report of a progress
 * replaces the one before, and so does a later end of the same broadcast. Returns the new events as
 * stored, in order of arrival. Throws what IndexedDB throws; then nothing was written.
 */
export async function recordEvents(
  db: Database,
  events: readonly StreamEvent[],
): Promise<StoredEvent[]> {
  try {
    return await write(db, events, { mayBeKnown: false });
  } catch (error) {
    if (!isAboutKnownEvent(error)) throw error;
    return await write(db, events, { mayBeKnown: true });
  }
}

/**
 * Writes events, see {@link recordEvents}. Most events are new, and looking up each of them takes
 * as long as writing it. So they are looked up only with `mayBeKnown`. Without it, a known event
 * violates a unique index, and nothing is written.
 */
async function write(
  db: Database,
  events: readonly StreamEvent[],
  { mayBeKnown }: { mayBeKnown: boolean },
): Promise<StoredEvent[]> {
  // The index is only about events that are replaced here; it takes the new ones in afterwards.
  const tables = [db.events, db.counts, ...indexTables(db)];
  return await db.transaction('rw', tables, async () => {
    const current = await replaceProgress(db, newestProgress(events));
    const settled = await settleBroadcasts(db, current);
    const known = mayBeKnown ? await knownOf(db, settled) : NOTHING_KNOWN;
    const added = withoutKnown(settled, known);
    if (added.length === 0) return [];
    // Together, so that the database need not wait until the counters are read.
    const [stored] = await Promise.all([addEvents(db, added), addToCounts(db, added)]);
    const merged = await mergeUpdates(db, stored.filter(isUpdate));
    return stored.map((event) => merged.get(event.seq) ?? event);
  });
}

async function addEvents(db: Database, events: readonly StreamEvent[]): Promise<StoredEvent[]> {
  const records = withRowStarts(events, await storedThreads(db, events));
  const seqs = await db.events.bulkAdd(records, { allKeys: true });
  return records.map((record, index) => ({ ...record, seq: Number(seqs[index]) }));
}

const NOTHING_KNOWN = { ids: new Set<string>(), keys: new Set<string>() };

function isUpdate({ event_type }: StoredEvent): boolean {
  return event_type === 'channel_update';
}

function isAboutKnownEvent(error: unknown): boolean {
  return (
    error instanceof Dexie.BulkError &&
    Object.values(error.failuresByPos).some(({ name }) => name === 'ConstraintError')
  );
}

/**
 * Replaces the stored reports of a progress. Returns the events that remain to be stored. A
 * replaced record keeps its id and place, because it may be the anchor of a row.
 */
async function replaceProgress(
  db: Database,
  events: readonly StreamEvent[],
): Promise<StreamEvent[]> {
  const replaced = new Set<StreamEvent>();
  for (const event of events.filter(isProgress)) {
    const before = await db.events.where('natural_key').equals(event.natural_key).first();
    if (before === undefined) continue;
    replaced.add(event);
    if (before.created_at >= event.created_at) continue;
    const { id, seq, row_at } = before;
    const after = { ...event, id, seq, ...(row_at !== undefined && { row_at }) };
    await db.events.put(after);
    await moveCount(db, before, event);
    await reindexEvent(db, before, after);
  }
  return events.filter((event) => !replaced.has(event));
}

/** Returns those ids and natural keys of events that the log contains. */
export async function knownOf(db: Database, events: readonly StreamEvent[]) {
  const [ids, keys] = await Promise.all([
    storedKeys(
      db,
      'id',
      events.map(({ id }) => id),
    ),
    storedKeys(
      db,
      'natural_key',
      events.flatMap(({ natural_key }) => natural_key ?? []),
    ),
  ]);
  return { ids, keys };
}

async function storedThreads(db: Database, events: readonly StreamEvent[]): Promise<Set<string>> {
  return await storedKeys(
    db,
    'thread',
    events.flatMap(({ thread }) => thread ?? []),
  );
}

/** Returns those of the values that an index contains. Reads at most one entry for each of them. */
async function storedKeys(
  db: Database,
  index: 'id' | 'natural_key' | 'thread',
  values: readonly string[],
): Promise<Set<string>> {
  const isStored = async (value: string) =>
    (await db.events.where(index).equals(value).limit(1).primaryKeys()).length > 0;
  const unique = [...new Set(values)];
  // Together, because the time is spent on waiting for the database, once for each value.
  const answers = await Promise.all(unique.map(isStored));
  return new Set(unique.filter((_value, index) => answers[index]));
}

/** Deletes all events, counters and gaps. The account and the channels stay. */
export async function deleteHistory(db: Database): Promise<void> {
  const tables = [db.events, db.counts, db.gaps, ...indexTables(db)];
  await db.transaction('rw', tables, async () => {
    await db.events.clear();
    await db.counts.clear();
    await db.gaps.clear();
    await dropIndex(db);
  });
}

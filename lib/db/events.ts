import type { StreamEvent } from '@/lib/domain/event';
import type { StoredEvent } from '@/lib/domain/row';
import { utcDay } from '@/lib/time';
import type { CountRecord, Database } from './database';

/**
 * Writes events and their counters in one transaction, leaving out those the log already holds (by
 * `id`, or by `natural_key`: two reports of one thing); news of a progress takes the place of the
 * progress before. Gives the ones that were new, as stored, in order of arrival. Throws what
 * IndexedDB throws; then nothing was written.
 */
export async function recordEvents(
  db: Database,
  events: readonly StreamEvent[],
): Promise<StoredEvent[]> {
  return await db.transaction('rw', db.events, db.counts, async () => {
    await replaceProgress(db, events);
    const fresh = await withoutKnown(db, newestProgress(events));
    if (fresh.length === 0) return [];
    const records = await withRowStarts(db, fresh);
    const seqs = await db.events.bulkAdd(records, { allKeys: true });
    await addToCounts(db, fresh);
    return records.map((record, index) => ({ ...record, seq: Number(seqs[index]) }));
  });
}

function isProgress(event: StreamEvent): event is StreamEvent & { natural_key: string } {
  return event.natural_key !== undefined && event.event_type.endsWith('_progress');
}

/** Of several reports on one progress only the latest is of use. */
function newestProgress(events: readonly StreamEvent[]): StreamEvent[] {
  const newest = new Map<string, StreamEvent>();
  for (const event of events.filter(isProgress)) {
    const other = newest.get(event.natural_key);
    if (other === undefined || event.created_at > other.created_at) {
      newest.set(event.natural_key, event);
    }
  }
  return events.filter((event) => !isProgress(event) || newest.get(event.natural_key) === event);
}

/** The record keeps its id and its place, which are those of the row it may have begun. */
async function replaceProgress(db: Database, events: readonly StreamEvent[]): Promise<void> {
  for (const event of newestProgress(events).filter(isProgress)) {
    const before = await db.events.where('natural_key').equals(event.natural_key).first();
    if (before === undefined || before.created_at >= event.created_at) continue;
    const { id, seq, row_at } = before;
    await db.events.put({ ...event, id, seq, ...(row_at !== undefined && { row_at }) });
  }
}

async function withoutKnown(db: Database, events: readonly StreamEvent[]): Promise<StreamEvent[]> {
  const naturalKeys = events.flatMap((event) => event.natural_key ?? []);
  const [ids, keys] = await Promise.all([
    knownKeys(
      db,
      'id',
      events.map((event) => event.id),
    ),
    knownKeys(db, 'natural_key', naturalKeys),
  ]);
  return events.filter((event) => {
    const isKnown =
      ids.has(event.id) || (event.natural_key !== undefined && keys.has(event.natural_key));
    ids.add(event.id);
    if (event.natural_key !== undefined) keys.add(event.natural_key);
    return !isKnown;
  });
}

async function knownKeys(
  db: Database,
  index: 'id' | 'natural_key' | 'thread',
  values: readonly string[],
): Promise<Set<unknown>> {
  if (values.length === 0) return new Set();
  return new Set(await db.events.where(index).anyOf(values).uniqueKeys());
}

type NewRecord = StreamEvent & { row_at?: number };

/** The first event of a thread begins its row; the rest join it. */
async function withRowStarts(db: Database, events: readonly StreamEvent[]): Promise<NewRecord[]> {
  const begun = await knownKeys(
    db,
    'thread',
    events.flatMap((event) => event.thread ?? []),
  );
  return events.map((event) => {
    if (event.thread !== undefined && begun.has(event.thread)) return event;
    begun.add(event.thread);
    return { ...event, row_at: event.created_at };
  });
}

async function addToCounts(db: Database, events: readonly StreamEvent[]): Promise<void> {
  const additions = new Map<string, CountRecord>();
  for (const { streamer_id, event_type, created_at } of events) {
    for (const period of ['all', utcDay(created_at)]) {
      const key = [streamer_id, event_type, period].join(' ');
      const addition = additions.get(key) ?? { streamer_id, event_type, period, count: 0 };
      additions.set(key, { ...addition, count: addition.count + 1 });
    }
  }
  const added = [...additions.values()];
  const before = await db.counts.bulkGet(
    added.map(({ streamer_id, event_type, period }) => [streamer_id, event_type, period]),
  );
  await db.counts.bulkPut(
    added.map((record, index) => ({
      ...record,
      count: record.count + (before[index]?.count ?? 0),
    })),
  );
}

/** Forgets every recorded event, its counters and the gaps. Sign-in and favorite stay. */
export async function deleteHistory(db: Database): Promise<void> {
  await db.transaction('rw', db.events, db.counts, db.gaps, async () => {
    await db.events.clear();
    await db.counts.clear();
    await db.gaps.clear();
  });
}

/** Arrival number of the newest event; 0 for an empty log. */
export async function newestSeq(db: Database): Promise<number> {
  const newest = await db.events.orderBy('seq').last();
  return newest?.seq ?? 0;
}

import Dexie, { type IndexableType } from 'dexie';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { EventScope } from '@/lib/domain/transfer/scope';
import type { Database } from '../database';
import { removeFromCounts } from '../history/change-counts';
import { threadsBegunBy } from '../history/prune';
import { moveRowStarts, repairTotals } from '../history/repair-totals';
import { membersOf } from '../history/row-members';
import { forgetEvents } from '../log-index/forget';
import { indexTables } from '../log-index/index-tables';

/** What a step has deleted, and where the next one goes on. */
export interface DeletionStep {
  deleted: number;
  /** The `after` of the next step, in milliseconds since 1970; `null` once everything is deleted. */
  next: number | null;
}

/**
 * Deletes some of the events of a scope, at most little more than `limit`, in one transaction: with
 * their counters, and what the index says of them. `after` is where the step before ended, `null` for
 * the first one. The last step of a whole streamer deletes the gaps, too. Throws what IndexedDB
 * throws; then nothing was deleted.
 */
export async function deletePart(
  db: Database,
  scope: EventScope,
  { after, limit }: { after: number | null; limit: number },
): Promise<DeletionStep> {
  return await changeLog(db, async () => {
    const { events, next } = await nextEvents(db, scope, { after, limit });
    await removeEvents(db, events);
    const { streamerId, viewerId, from, until } = scope;
    const isWhole = streamerId !== null && viewerId === null && from === null && until === null;
    if (isWhole && next === null) await deleteGapsOf(db, streamerId);
    return { deleted: events.length, next };
  });
}

/** Deletes events by their ids, in one transaction. Returns how many there were. */
export async function deleteById(db: Database, ids: readonly string[]): Promise<number> {
  return await changeLog(db, async () => {
    const found = await Promise.all(
      [...new Set(ids)].map((id) => db.events.where('id').equals(id).first()),
    );
    const events = found.filter((event) => event !== undefined);
    await removeEvents(db, events);
    return events.length;
  });
}

async function changeLog<Value>(db: Database, change: () => Promise<Value>): Promise<Value> {
  const tables = [db.events, db.counts, db.gaps, ...indexTables(db)];
  return await db.transaction('rw', tables, async () => {
    await repairTotals(db);
    return await change();
  });
}

async function removeEvents(db: Database, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.events.bulkDelete(events.map(({ seq }) => seq));
  await moveRowStarts(db, threadsBegunBy(events));
  await removeFromCounts(db, events);
  await forgetEvents(db, events);
}

async function deleteGapsOf(db: Database, streamerId: string): Promise<void> {
  const records = await db.gaps
    .where('ends')
    .between([streamerId, Dexie.minKey], [streamerId, Dexie.maxKey])
    .toArray();
  const left = records.map((record) => ({
    ...record,
    ends: record.ends.filter(([id]) => id !== streamerId),
  }));
  const empty = left.filter(({ ends }) => ends.length === 0);
  await db.gaps.bulkDelete(empty.map(({ seq }) => seq));
  await db.gaps.bulkPut(left.filter(({ ends }) => ends.length > 0));
}

interface Part {
  events: StoredEvent[];
  next: number | null;
}

/** Reads the next events of a scope. */
async function nextEvents(
  db: Database,
  scope: EventScope,
  { after, limit }: { after: number | null; limit: number },
): Promise<Part> {
  const { streamerId, viewerId, from, until } = scope;
  const read = { after: after ?? from, isAfterRead: after !== null, until, limit };
  if (viewerId !== null) {
    const index = { name: '[viewer_id+created_at]', prefix: [viewerId], timeOf: createdAt };
    return ofStreamer(await readPart(db, index, read), streamerId);
  }
  if (streamerId === null || from !== null || until !== null) {
    const index = { name: 'created_at', prefix: [], timeOf: createdAt };
    return ofStreamer(await readPart(db, index, read), streamerId);
  }
  // No index has all events of a streamer, but one has those that begin their rows.
  const index = { name: '[streamer_id+row_at]', prefix: [streamerId], timeOf: rowAt };
  const { events: anchors, next } = await readPart(db, index, read);
  const rows = await Promise.all(anchors.map((anchor) => membersOf(db, anchor)));
  const bySeq = new Map(rows.flat().map((event) => [event.seq, event]));
  return ofStreamer({ events: [...bySeq.values()], next }, streamerId);
}

function createdAt({ created_at }: StoredEvent): number {
  return created_at;
}

function rowAt({ row_at, created_at }: StoredEvent): number {
  return row_at ?? created_at;
}

function ofStreamer({ events, next }: Part, streamerId: string | null): Part {
  if (streamerId === null) return { events, next };
  return { events: events.filter((event) => event.streamer_id === streamerId), next };
}

/** The part of an index in which all keys begin with `prefix` and end with a time. */
interface TimeIndex {
  name: string;
  prefix: readonly string[];
  timeOf(event: StoredEvent): number;
}

interface Reading {
  /** Where to begin; `null` for the oldest. */
  after: number | null;
  /** True if the events of exactly this time are read already. */
  isAfterRead: boolean;
  until: number | null;
  limit: number;
}

/** Reads the next events, and with the last one all others of the same time. */
async function readPart(
  db: Database,
  { name, prefix, timeOf }: TimeIndex,
  { after, isAfterRead, until, limit }: Reading,
): Promise<Part> {
  const keyOf = (end: IndexableType) =>
    prefix.length === 0 ? end : ([...prefix, end] as IndexableType);
  const [begin, end] = [keyOf(after ?? Dexie.minKey), keyOf(until ?? Dexie.maxKey)];
  const events = await db.events
    .where(name)
    .between(begin, end, !isAfterRead, false)
    .limit(limit)
    .toArray();
  const last = events.at(-1);
  if (last === undefined || events.length < limit) return { events, next: null };
  const next = timeOf(last);
  const ofSameTime = await db.events.where(name).equals(keyOf(next)).toArray();
  return { events: [...events.filter((event) => timeOf(event) < next), ...ofSameTime], next };
}

import { hoursByStart, packDay } from '@/lib/domain/log-index/day-record';
import { addToHour, emptyHour, hourOf } from '@/lib/domain/log-index/hour';
import { addToPerson, emptyPerson } from '@/lib/domain/log-index/person';
import { type ViewerRecord, withName } from '@/lib/domain/log-index/viewer';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { dropIndex, indexedUpTo, indexTables, markIndexed } from './index-tables';
import { groupsOfDays, groupsOfPeople, wordRecordsOf } from './keys';

/**
 * Takes the next events into the index, at most `limit`, in one transaction. Old and new events get into
 * it the same way, so it can be interrupted at any time. Returns true if there may be more. Throws what
 * IndexedDB throws; then nothing was written.
 */
export async function advanceIndex(db: Database, limit: number): Promise<boolean> {
  return await db.transaction('rw', [db.events, ...indexTables(db)], async () => {
    const upTo = await indexedUpTo(db);
    const events = await db.events.where('seq').above(upTo).limit(limit).toArray();
    const last = events.at(-1);
    if (last === undefined) return false;
    if (upTo === 0) await dropIndex(db);
    await addToIndex(db, events);
    await markIndexed(db, last.seq);
    return events.length === limit;
  });
}

/** Adds events to the index. Call it inside a transaction. */
export async function addToIndex(db: Database, events: readonly StoredEvent[]): Promise<void> {
  await Promise.all([
    addToDays(db, events),
    addToPeople(db, events),
    addToViewers(db, events),
    db.words.bulkPut(events.flatMap(wordRecordsOf)),
  ]);
}

async function addToDays(db: Database, events: readonly StoredEvent[]): Promise<void> {
  const groups = groupsOfDays(events);
  const stored = await db.days.bulkGet(groups.map(({ key }) => key));
  const records = groups.map(({ key, events: ofDay }, index) => {
    const hours = hoursByStart(stored[index]);
    for (const event of ofDay) {
      const start = hourOf(event.created_at);
      hours.set(start, addToHour(hours.get(start) ?? emptyHour(key[0], start), event));
    }
    return packDay(...key, [...hours.values()]);
  });
  await db.days.bulkPut(records);
}

async function addToPeople(db: Database, events: readonly StoredEvent[]): Promise<void> {
  const groups = groupsOfPeople(events);
  const stored = await db.people.bulkGet(groups.map(({ key }) => key));
  const records = groups.map(({ key, events: theirs }, index) =>
    theirs.reduce(addToPerson, stored[index] ?? emptyPerson(...key)),
  );
  await db.people.bulkPut(records);
}

async function addToViewers(db: Database, events: readonly StoredEvent[]): Promise<void> {
  const named = Map.groupBy(events, ({ viewer_id }) => viewer_id);
  const ids = [...named.keys()].filter((id) => id !== null);
  const stored = await db.viewers.bulkGet(ids);
  const changed = ids.flatMap((id, index): ViewerRecord[] => {
    const before = stored[index];
    const after = (named.get(id) ?? []).reduce((viewer, event) => {
      const { viewer_login: login, viewer_name: name, created_at: at } = event;
      return login === null ? viewer : withName(viewer, id, { login, name: name ?? login, at });
    }, before);
    return after === undefined || after === before ? [] : [after];
  });
  await db.viewers.bulkPut(changed);
}

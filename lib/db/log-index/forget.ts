import Dexie from 'dexie';
import { hoursByStart, packDay } from '@/lib/domain/log-index/day-record';
import {
  addToHour,
  emptyHour,
  type Hour,
  hourOf,
  removeFromHour,
} from '@/lib/domain/log-index/hour';
import {
  addToPerson,
  emptyPerson,
  type PersonRecord,
  removeFromPerson,
} from '@/lib/domain/log-index/person';
import type { StoredEvent } from '@/lib/domain/row/row';
import { HOUR } from '@/lib/time';
import type { Database } from '../database';
import { addToIndex } from './advance';
import { indexedUpTo } from './index-tables';
import { groupsOfDays, groupsOfPeople, wordRecordsOf } from './keys';

/**
 * Takes events out of the index, as far as it contains them. Call it inside the transaction that deletes
 * them, with the tables of `indexTables`.
 */
export async function forgetEvents(db: Database, events: readonly StoredEvent[]): Promise<void> {
  const upTo = await indexedUpTo(db);
  const indexed = events.filter(({ seq }) => seq <= upTo);
  if (indexed.length === 0) return;
  await Promise.all([
    removeFromDays(db, indexed, upTo),
    removeFromPeople(db, indexed, upTo),
    removeWords(db, indexed),
  ]);
}

/**
 * Brings the index up to date about an event that has been replaced by a later report of it. Call it
 * inside the transaction that replaces it.
 */
export async function reindexEvent(
  db: Database,
  before: StoredEvent,
  after: StoredEvent,
): Promise<void> {
  if (before.seq > (await indexedUpTo(db))) return;
  await forgetEvents(db, [before]);
  await addToIndex(db, [after]);
}

async function removeFromDays(
  db: Database,
  events: readonly StoredEvent[],
  upTo: number,
): Promise<void> {
  const gone = new Set(events.map(({ seq }) => seq));
  const isLeft = ({ seq }: StoredEvent) => seq <= upTo && !gone.has(seq);
  const groups = groupsOfDays(events);
  const stored = await db.days.bulkGet(groups.map(({ key }) => key));
  const left = await Promise.all(
    groups.map(async ({ key, events: ofDay }, index) => {
      const hours = hoursByStart(stored[index]);
      for (const [start, ofHour] of Map.groupBy(ofDay, ({ created_at }) => hourOf(created_at))) {
        const before = hours.get(start);
        const after = before === undefined ? null : removeFromHour(before, ofHour);
        const hour = after === 'recount' ? await recountHour(db, [key[0], start], isLeft) : after;
        if (hour === null) hours.delete(start);
        else hours.set(start, hour);
      }
      return hours.size === 0 ? null : packDay(...key, [...hours.values()]);
    }),
  );
  await db.days.bulkPut(left.filter((day) => day !== null));
  await db.days.bulkDelete(
    groups.filter((_group, index) => left[index] === null).map(({ key }) => key),
  );
}

/** Adds up the events of an hour that are left. */
async function recountHour(
  db: Database,
  [streamerId, hour]: [string, number],
  isLeft: (event: StoredEvent) => boolean,
): Promise<Hour | null> {
  const events = await db.events
    .where('created_at')
    .between(hour, hour + HOUR)
    .filter((event) => event.streamer_id === streamerId && isLeft(event))
    .toArray();
  return events.length === 0 ? null : events.reduce(addToHour, emptyHour(streamerId, hour));
}

async function removeWords(db: Database, events: readonly StoredEvent[]): Promise<void> {
  const words = events.flatMap(wordRecordsOf);
  await db.words.bulkDelete(
    words.map(({ streamer_id, word, at, seq }) => [streamer_id, word, at, seq]),
  );
}

async function removeFromPeople(
  db: Database,
  events: readonly StoredEvent[],
  upTo: number,
): Promise<void> {
  const groups = groupsOfPeople(events);
  const gone = new Set(events.map(({ seq }) => seq));
  const stored = await db.people.bulkGet(groups.map(({ key }) => key));
  const left = await Promise.all(
    groups.map(async ({ key, events: theirs }, index) => {
      const after = withoutEvents(stored[index], theirs);
      if (after !== 'recount') return after;
      return await recount(db, key, (event) => event.seq <= upTo && !gone.has(event.seq));
    }),
  );
  await db.people.bulkPut(left.filter((person) => person !== null));
  const without = groups.filter((_group, index) => left[index] === null).map(({ key }) => key);
  await db.people.bulkDelete(without);
  await removeViewers(db, new Set(without.map(([viewerId]) => viewerId)));
}

function withoutEvents(
  person: PersonRecord | undefined,
  events: readonly StoredEvent[],
): PersonRecord | null | 'recount' {
  if (person === undefined) return null;
  let left: PersonRecord | null = person;
  for (const event of events) {
    if (left === null) return null;
    const after = removeFromPerson(left, event);
    if (after === 'recount') return 'recount';
    left = after;
  }
  return left;
}

/** Adds up the events of a person that are left. */
async function recount(
  db: Database,
  [viewerId, streamerId]: [string, string],
  isLeft: (event: StoredEvent) => boolean,
): Promise<PersonRecord | null> {
  const events = await db.events
    .where('[viewer_id+created_at]')
    .between([viewerId, Dexie.minKey], [viewerId, Dexie.maxKey])
    .filter((event) => event.streamer_id === streamerId && isLeft(event))
    .toArray();
  if (events.length === 0) return null;
  return events.reduce(addToPerson, emptyPerson(viewerId, streamerId));
}

/** Deletes those viewers of whom the index knows nothing any more. */
async function removeViewers(db: Database, ids: ReadonlySet<string>): Promise<void> {
  const isLeft = async (id: string) =>
    (await db.people
      .where('[viewer_id+streamer_id]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .first()) !== undefined;
  const unique = [...ids];
  const left = await Promise.all(unique.map(isLeft));
  await db.viewers.bulkDelete(unique.filter((_id, index) => !left[index]));
}

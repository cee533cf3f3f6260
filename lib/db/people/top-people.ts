import Dexie from 'dexie';
import type { NamedUser } from '@/lib/domain/event/user';
import type { PersonRecord } from '@/lib/domain/log-index/person';
import { type Amounts, amountsOf, type Ranking } from '@/lib/domain/people/amounts';
import { contenders, type RankingQuery } from '@/lib/domain/people/contenders';
import type { Database } from '../database';
import { latestNameOf } from '../feed/viewer-name';
import { channelsOf } from './channels-of';
import { recordsOfPerson } from './records-of-person';

/** Which people to read, and how many of them. */
export interface TopQuery extends RankingQuery {
  /** The streamer on whose channel they did it; `null` for all channels together. */
  streamerId: string | null;
}

/** Somebody at the top of a list. */
export interface TopPerson {
  id: string;
  /** The latest one; `null` if the log knows none. */
  name: NamedUser | null;
  amounts: Amounts;
}

/** How much deeper the next look into the rankings of the channels goes. */
const DEEPER = 4;

/**
 * Returns those who have most of something, the most first. Nobody anonymous is among them. It reads as
 * deep into the rankings of the channels as is needed to be exact. Opens no transaction, so that it works in
 * a live query.
 */
export async function topPeople(db: Database, query: TopQuery): Promise<TopPerson[]> {
  return await namedPeople(db, ranked(await candidatesOf(db, query), query));
}

/** Returns those of some people who have most of something, the most first. */
export function ranked(
  people: ReadonlyMap<string, readonly PersonRecord[]>,
  { by, limit }: RankingQuery,
): Omit<TopPerson, 'name'>[] {
  return [...people]
    .map(([id, records]) => ({ id, amounts: amountsOf(records) }))
    .filter(({ amounts }) => amounts[by] > 0)
    .toSorted((a, b) => b.amounts[by] - a.amounts[by] || byId(a, b))
    .slice(0, limit);
}

/** Reads the names of people. */
export async function namedPeople(
  db: Database,
  people: readonly Omit<TopPerson, 'name'>[],
): Promise<TopPerson[]> {
  const viewers = await db.viewers.bulkGet(people.map(({ id }) => id));
  return await Promise.all(
    people.map(async (person, index) => ({
      ...person,
      // The index does not know yet who has just come.
      name: viewers[index]?.names[0] ?? (await latestNameOf(db, person.id)),
    })),
  );
}

/** Returns the records of everybody who may be among the first. */
async function candidatesOf(
  db: Database,
  query: TopQuery,
): Promise<Map<string, readonly PersonRecord[]>> {
  const { by, limit } = query;
  const streamerIds = await channelsOf(db, query.streamerId);
  for (let depth = limit; ; depth *= DEEPER) {
    const channels = await Promise.all(
      streamerIds.map(async (id) => await topOfChannel(db, [id, by], depth)),
    );
    const ids = contenders(
      channels.map((records) => ({
        entries: records.map((record) => ({ id: record.viewer_id, value: record[by] ?? 0 })),
        rest: records.length < depth ? 0 : (records.at(-1)?.[by] ?? 0),
      })),
      query,
    );
    if (ids === null) continue;
    const [only, ...others] = channels;
    if (only !== undefined && others.length === 0) {
      const known = new Map(only.map((record) => [record.viewer_id, [record]]));
      return new Map(ids.map((id) => [id, known.get(id) ?? []]));
    }
    return await recordsOfPeople(db, ids, new Set(streamerIds));
  }
}

async function topOfChannel(
  db: Database,
  [streamerId, by]: [streamerId: string, by: Ranking],
  depth: number,
): Promise<PersonRecord[]> {
  return await db.people
    .where(`[streamer_id+${by}]`)
    .between([streamerId, 0], [streamerId, Dexie.maxKey], false)
    .reverse()
    .limit(depth)
    .toArray();
}

async function recordsOfPeople(
  db: Database,
  ids: readonly string[],
  streamerIds: ReadonlySet<string>,
): Promise<Map<string, readonly PersonRecord[]>> {
  const records = await Promise.all(ids.map(async (id) => await recordsOfPerson(db, id)));
  return new Map(
    ids.map((id, index) => [
      id,
      (records[index] ?? []).filter(({ streamer_id }) => streamerIds.has(streamer_id)),
    ]),
  );
}

/** As the index of one channel orders those of the same value, read from its end. */
function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? 1 : -1;
}

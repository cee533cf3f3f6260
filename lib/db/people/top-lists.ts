import type { Ranking } from '@/lib/domain/people/amounts';
import type { Database } from '../database';
import { type NewSub, newestSubs } from './newest-subs';
import { type TopPerson, topPeople } from './top-people';

/** Which lists to read. */
export interface TopListsQuery {
  streamerId: string | null;
  rankings: readonly Ranking[];
  /** At most so many of each list. */
  limit: number;
}

/** The first of every list. */
export interface TopLists {
  /** As many as there are rankings, in their order. */
  people: readonly (readonly TopPerson[])[];
  subs: readonly NewSub[];
}

/** Reads the first of every list at once. Works in a live query. */
export async function readTopLists(
  db: Database,
  { streamerId, rankings, limit }: TopListsQuery,
): Promise<TopLists> {
  const [people, subs] = await Promise.all([
    Promise.all(rankings.map(async (by) => await topPeople(db, { streamerId, by, limit }))),
    newestSubs(db, { streamerId, limit }),
  ]);
  return { people, subs };
}

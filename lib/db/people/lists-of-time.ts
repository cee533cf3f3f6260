import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Span } from '@/lib/domain/history/spans';
import { addToPerson, emptyPerson, type PersonRecord } from '@/lib/domain/log-index/person';
import type { Ranking } from '@/lib/domain/people/amounts';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { Database } from '../database';
import { eventsOf } from '../feed/log-events';
import type { NewSub } from './newest-subs';
import type { TopLists, TopListsQuery } from './top-lists';
import { namedPeople, ranked, type TopPerson } from './top-people';

/** Which lists to read, and of which time. */
export interface TimeQuery extends TopListsQuery {
  span: Span;
}

/** The lists of a time. */
export interface ListsOfTime extends TopLists {
  /** Returns more of a list. */
  more(by: Ranking, limit: number): Promise<TopPerson[]>;
}

/** How the reading of a time is watched. */
export interface TimeReading {
  signal: AbortSignal;
  /** Is called with the time up to which everything has been read, in milliseconds since 1970. */
  progress(upTo: number): void;
}

/** The kinds of events that these lists are made of. */
const KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'sub',
  'resub',
  'gift',
  'community_gift',
  'cheer',
  'power_up',
  'raid_in',
  'watch_streak',
]);

/**
 * Reads the first of every list of a time from its events: the index of people knows no times. It needs
 * as much memory as there are people. Throws the reason of `signal` once it is aborted, and what
 * IndexedDB throws.
 */
export async function readListsOfTime(
  db: Database,
  { streamerId, rankings, limit, span }: TimeQuery,
  { signal, progress }: TimeReading,
): Promise<ListsOfTime> {
  const people = new Map<string, PersonRecord[]>();
  let subs: readonly NewSub[] = [];
  const filter = { streamerId, viewerId: null, kinds: KINDS, spans: [span] };
  for await (const events of eventsOf(db, filter, { signal })) {
    addUp(people, events);
    subs = newest([...subs, ...events.filter((event) => event.event_type === 'sub')], limit);
    progress(events.at(-1)?.created_at ?? span.from);
  }
  const more = async (by: Ranking, most: number) =>
    await namedPeople(db, ranked(people, { by, limit: most }));
  return {
    people: await Promise.all(rankings.map(async (by) => await more(by, limit))),
    subs,
    more,
  };
}

/** Adds what events tell about their viewers, by the ids of those. Nobody anonymous is among them. */
export function addUp(people: Map<string, PersonRecord[]>, events: readonly StoredEvent[]): void {
  for (const event of events) {
    const { viewer_id: id, streamer_id: streamerId } = event;
    if (id === null) continue;
    const channels = people.get(id) ?? [];
    let record = channels.find(({ streamer_id }) => streamer_id === streamerId);
    if (record === undefined) channels.push((record = emptyPerson(id, streamerId)));
    addToPerson(record, event);
    people.set(id, channels);
  }
}

function newest(subs: readonly NewSub[], limit: number): readonly NewSub[] {
  return subs.toSorted((a, b) => b.created_at - a.created_at || b.seq - a.seq).slice(0, limit);
}

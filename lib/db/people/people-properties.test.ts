import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Span } from '@/lib/domain/history/spans';
import type { Ranking } from '@/lib/domain/people/amounts';
import type { StoredEvent } from '@/lib/domain/row/row';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { anEvent } from '@/tests/support/builders/events';
import { randomLog } from '@/tests/support/builders/random-log';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { freeBefore, pruneBefore } from '../history/prune';
import { readListsOfTime } from './lists-of-time';
import { newestSubs } from './newest-subs';
import { readPerson } from './person';
import { topPeople } from './top-people';

/** A busy machine needs long for one. */
const timeout = MINUTE;
const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

/** What an event adds to each ranking, told from its fields alone. */
const WORTH: Record<Ranking, { of: (event: StreamEvent) => number; isSum: boolean }> = {
  gifts: { of: ({ event_type }) => (event_type === 'gift' ? 1 : 0), isSum: true },
  bits: { of: (event) => (event.event_type === 'cheer' ? event.detail.bits : 0), isSum: true },
  raids: { of: ({ event_type }) => (event_type === 'raid_in' ? 1 : 0), isSum: true },
  streak: {
    of: (event) => (event.event_type === 'watch_streak' ? event.detail.streams : 0),
    isSum: false,
  },
  months: {
    of: (event) => (event.event_type === 'resub' ? event.detail.cumulativeMonths : 0),
    isSum: false,
  },
};
const RANKINGS = Object.keys(WORTH) as Ranking[];

/** Adds many people who did one thing each to a random log. */
function crowd(random: Random, count: number): StreamEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const fields = {
      id: `crowd-${index}`,
      streamer_id: random.pick(['100', '101', '901']),
      viewer_id: String(9000 + random.integer(0, 40)),
      created_at: START + random.integer(0, 300) * MINUTE,
    };
    const size = random.integer(1, 40);
    return random.pick([
      () => anEvent('cheer', { bits: size, message: '' }, fields),
      () => anEvent('raid_in', { viewers: size }, fields),
      () => anEvent('watch_streak', { message: '', streams: size, channelPoints: 1 }, fields),
    ])();
  });
}

/** Records a log in parts, indexes it in parts, and deletes from it. */
async function livedThrough(random: Random, events: readonly StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  const half = random.integer(0, events.length);
  await recordEvents(db, events.slice(0, half));
  if (random.chance(0.5)) await indexed(db, random.integer(5, 60));
  const midnight = START + random.integer(0, 3) * HOUR;
  if (random.chance(0.4)) await pruneBefore(db, midnight, random.integer(5, 1000));
  if (random.chance(0.1)) await freeBefore(db, Math.floor(START / DAY) * DAY);
  await recordEvents(db, events.slice(half));
  return await indexed(db, random.integer(5, 60));
}

/** Everybody named who has anything of it, the most first. */
function ranked(events: readonly StoredEvent[], by: Ranking): [id: string, value: number][] {
  const { of, isSum } = WORTH[by];
  const named = events.filter(({ viewer_id }) => viewer_id !== null);
  return [...Map.groupBy(named, ({ viewer_id }) => String(viewer_id))]
    .map(([id, theirs]): [string, number] => {
      const values = theirs.map(of);
      return [id, isSum ? values.reduce((a, b) => a + b, 0) : Math.max(...values)];
    })
    .filter(([, value]) => value > 0)
    .toSorted(([, a], [, b]) => b - a);
}

/** What one list shows: ids and numbers. */
type Shown = readonly (readonly [id: string, value: number])[];

/** Each list of one streamer or of all, as it is shown. */
async function shownLists(
  db: Database,
  streamerId: string | null,
  limit: number,
): Promise<Shown[]> {
  return await Promise.all(
    RANKINGS.map(async (by) => {
      const people = await topPeople(db, { streamerId, by, limit });
      return people.map(({ id, amounts }) => [id, amounts[by]] as const);
    }),
  );
}

async function shownListsOfTime(db: Database, span: Span, limit: number): Promise<Shown[]> {
  const query = { streamerId: null, rankings: RANKINGS, limit, span };
  const reading = { signal: new AbortController().signal, progress: () => undefined };
  const { people } = await readListsOfTime(db, query, reading);
  return people.map((list, index) =>
    list.map(({ id, amounts }) => [id, amounts[RANKINGS[index] ?? 'gifts']] as const),
  );
}

/** The same from the raw table. Of those who have equally much, those are named who are shown. */
function expectedLists(
  events: readonly StoredEvent[],
  shown: readonly Shown[],
  limit: number,
): Shown[] {
  return RANKINGS.map((by, index) => {
    const all = ranked(events, by);
    const values = new Map(all);
    return all.slice(0, limit).map(([id, value], place) => {
      const named = shown[index]?.[place]?.[0] ?? id;
      return values.get(named) === value ? [named, value] : [id, value];
    });
  });
}

/** Everything on the page of a person: times, and numbers by channel and kind. */
async function shownPerson(db: Database, id: string) {
  const person = await readPerson(db, id);
  const counts = person?.channels.flatMap(({ streamer_id, counts: byKind }) =>
    Object.entries(byKind).map(([kind, count]) => `${streamer_id} ${kind} ${count}`),
  );
  return { first: person?.firstAt, last: person?.lastAt, counts: counts?.toSorted() };
}

function expectedPerson(events: readonly StoredEvent[], id: string) {
  const theirs = events.filter(({ viewer_id }) => viewer_id === id);
  const times = theirs.map(({ created_at }) => created_at);
  const groups = Map.groupBy(theirs, (event) => `${event.streamer_id} ${event.event_type}`);
  const counts = [...groups].map(([key, { length }]) => `${key} ${length}`);
  return { first: Math.min(...times), last: Math.max(...times), counts: counts.toSorted() };
}

it.each(SEEDS)(
  'lists and pages of people are what the raw table adds up to, however it came and went (seed %i)',
  { timeout },
  async (seed) => {
    const random = createRandom(seed);
    const events = random.shuffle([...randomLog(seed), ...crowd(random, 60)]);
    const db = await livedThrough(random, events);
    const raw = await db.events.toArray();
    for (const streamerId of [null, '100', '901']) {
      const ofStreamer = raw.filter((event) => [event.streamer_id, null].includes(streamerId));
      const limit = random.integer(1, 12);
      const shown = await shownLists(db, streamerId, limit);
      expect(shown).toEqual(expectedLists(ofStreamer, shown, limit));
      for (const list of shown) expect(new Set(list.map(([id]) => id)).size).toBe(list.length);
      const subs = ofStreamer.filter(({ event_type }) => event_type === 'sub');
      const newest = subs.toSorted((a, b) => b.created_at - a.created_at || b.seq - a.seq);
      expect(await newestSubs(db, { streamerId, limit })).toEqual(newest.slice(0, limit));
    }
    const [from = 0, until = 0] = [random.pick(raw), random.pick(raw)]
      .map(({ created_at }) => created_at)
      .toSorted((a, b) => a - b);
    const inTime = raw.filter(({ created_at }) => from <= created_at && created_at < until);
    const limit = random.integer(1, 12);
    const lists = await shownListsOfTime(db, { from, until }, limit);
    expect(lists).toEqual(expectedLists(inTime, lists, limit));
    for (const id of new Set(raw.flatMap(({ viewer_id }) => viewer_id ?? []))) {
      expect(await shownPerson(db, id)).toEqual(expectedPerson(raw, id));
    }
  },
);

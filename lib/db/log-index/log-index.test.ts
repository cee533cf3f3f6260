import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { hoursOfDay, unpackHour } from '@/lib/domain/log-index/day-record';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { createRandom } from '@/tests/simulator/core/random';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { randomLog } from '@/tests/support/builders/random-log';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { deleteHistory, recordEvents } from '../history/events';
import { freeBefore, pruneBefore } from '../history/prune';
import { advanceIndex } from './advance';
import { dropIndex, indexTables } from './index-tables';
import { readIndexProgress } from './progress';

const timeout = 2 * MINUTE;
const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

/** Returns all that the index knows. Names outlive the events that showed them, so they are compared apart. */
async function dump(db: Database) {
  const [days, people, words, viewers] = await Promise.all([
    db.days.toArray(),
    db.people.toArray(),
    db.words.toArray(),
    db.viewers.toArray(),
  ]);
  return { days, people, words, viewers: viewers.map(({ id }) => id) };
}

/** Adds an event to what a person did. */
function addNaively(person: Record<string, number>, event: StreamEvent): void {
  const add = (name: string, by: number) => (person[name] = (person[name] ?? 0) + by);
  const most = (name: string, by: number) => (person[name] = Math.max(person[name] ?? 0, by));
  if (event.event_type === 'gift') add('gifts', 1);
  if (event.event_type === 'community_gift') {
    add('bombs', 1);
    most('biggest_bomb', event.detail.total);
  }
  if (event.event_type === 'cheer') {
    add('bits', event.detail.bits);
    most('biggest_cheer', event.detail.bits);
  }
  if (event.event_type === 'raid_in') {
    add('raids', 1);
    most('biggest_raid', event.detail.viewers);
  }
  if (event.event_type === 'watch_streak') most('streak', event.detail.streams);
  if (event.event_type === 'resub') most('months', event.detail.cumulativeMonths);
}

/** Adds up the raw table without any of the code under test. */
async function countedAnew(db: Database) {
  const slots = new Map<string, number>();
  const people = new Map<string, Record<string, number>>();
  for (const event of await db.events.toArray()) {
    const { streamer_id, event_type, created_at, viewer_id } = event;
    const slot = `${streamer_id} ${event_type} ${Math.floor(created_at / (5 * MINUTE))}`;
    slots.set(slot, (slots.get(slot) ?? 0) + 1);
    if (viewer_id === null) continue;
    const person = people.get(`${viewer_id} ${streamer_id}`) ?? {};
    people.set(`${viewer_id} ${streamer_id}`, person);
    addNaively(person, event);
  }
  return { slots, people };
}

async function expectCounted(db: Database): Promise<void> {
  const { slots, people } = await countedAnew(db);
  const stored = new Map<string, number>();
  for (const record of (await db.days.toArray()).flatMap(hoursOfDay)) {
    const { streamer_id, hour, counts } = unpackHour(record);
    for (const [kind, ofKind] of Object.entries(counts)) {
      for (const [slot, count] of ofKind.entries()) {
        if (count > 0) stored.set(`${streamer_id} ${kind} ${hour / (5 * MINUTE) + slot}`, count);
      }
    }
  }
  expect(stored).toEqual(slots);
  const known = (await db.people.toArray()).map(
    ({ viewer_id, streamer_id, counts: _counts, largest: _largest, ...amounts }) =>
      [`${viewer_id} ${streamer_id}`, amounts] as const,
  );
  expect(new Map(known)).toEqual(people);
}

async function recorded(events: readonly StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return db;
}

describe('the index of the log', () => {
  it.each([[SEEDS]])(
    'is what the events add up to, however they came and went',
    async (seeds) => {
      for (const seed of seeds) {
        const random = createRandom(seed);
        const events = randomLog(seed);
        const db = freshDatabase();
        for (let at = 0; at < events.length; ) {
          const next = at + random.integer(1, 30);
          await recordEvents(db, events.slice(at, next));
          if (random.chance(0.5)) await advanceIndex(db, random.integer(1, 20));
          at = next;
        }
        if (random.chance(0.5)) await pruneBefore(db, START + random.integer(1, 3) * HOUR, 15);
        await indexed(db, random.integer(5, 50));
        await expectCounted(db);
        const grown = await dump(db);
        await db.transaction('rw', indexTables(db), () => dropIndex(db));
        await indexed(db);
        expect(grown, `seed ${seed}`).toEqual(await dump(db));
      }
    },
    timeout,
  );

  it('knows the names of each viewer, the latest first, in whatever order they were recorded', async () => {
    const by = (name: string, minute: number) =>
      aCheer({ viewer_id: '7', viewer_name: name, created_at: START + minute * MINUTE });
    const namesOf = async (events: readonly StreamEvent[]) => {
      const db = await indexed(await recorded(events), 1);
      return (await db.viewers.get('7'))?.names.map(({ name }) => name);
    };
    const events = [by('Old', 1), by('New', 2), by('New', 3)];
    expect(await namesOf(events)).toEqual(['New', 'Old']);
    expect(await namesOf(events.toReversed())).toEqual(['New', 'Old']);
    expect(await namesOf([...events, by('Old', 4)])).toEqual(['Old', 'New']);
  });

  it('stays small for a name that is longer than any', async () => {
    const db = await indexed(
      await recorded([
        aCheer({ viewer_id: '7', viewer_login: 'ann', viewer_name: 'W'.repeat(5000) }),
      ]),
    );
    const suffixes = (await db.viewers.get('7'))?.suffixes ?? [];
    expect(suffixes).toContain('w'.repeat(25));
    expect(suffixes.join('').length).toBeLessThan(10_000);
  });

  it('finds the inside of names, and words of messages and titles', async () => {
    const db = await indexed(await recorded(randomLog(7, 60)));
    const found = await db.viewers.where('suffixes').startsWith('keeper').toArray();
    expect(found.map(({ names }) => names[0]?.name)).toEqual(['LanternKeeper']);
    const words = await db.words
      .where('[streamer_id+word+at+seq]')
      .between(['100', 'grusse'], ['100', 'grusse', Infinity, Infinity])
      .toArray();
    const events = await db.events.bulkGet(words.map(({ seq }) => seq));
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) expect(JSON.stringify(event?.detail)).toContain('Grüße');
  });

  it('follows a report that is replaced', async () => {
    const goal = (current: number, description: string, minute: number) =>
      anEvent(
        'goal_progress',
        { goalId: '1', goalType: 'follow', description, current, target: 9, isAchieved: null },
        { id: `goal ${minute}`, natural_key: 'goal', created_at: START + minute * MINUTE },
      );
    const db = await indexed(await recorded([goal(1, 'first words', 1)]));
    await recordEvents(db, [goal(2, 'second words', 70)]);
    await expectCounted(db);
    const words = (await db.words.toArray()).map(({ word, at }) => [word, at]);
    expect(words).toEqual([
      ['second', START + 70 * MINUTE],
      ['words', START + 70 * MINUTE],
    ]);
  });

  it('goes with the history, and is made anew after room had to be made', async () => {
    const db = await indexed(await recorded(randomLog(3)));
    await freeBefore(db, Math.floor(START / DAY) * DAY);
    expect(await db.words.count()).toBe(0);
    await indexed(db);
    await expectCounted(db);
    await deleteHistory(db);
    for (const table of indexTables(db)) expect(await table.count()).toBe(0);
  });

  it('is made anew if its rules have changed', async () => {
    const db = await indexed(await recorded(randomLog(4)));
    const before = await dump(db);
    await db.log_index.update('log', { rules: 0 });
    await db.days.clear();
    await indexed(db);
    expect(await dump(db)).toEqual(before);
  });

  it('says how far it is behind', async () => {
    const db = freshDatabase();
    expect(await readIndexProgress(db)).toEqual({ behind: 0, done: 1 });
    await recordEvents(
      db,
      Array.from({ length: 10 }, () => aCheer()),
    );
    expect(await readIndexProgress(db)).toEqual({ behind: 10, done: 0 });
    await advanceIndex(db, 4);
    expect(await readIndexProgress(db)).toEqual({ behind: 6, done: 0.4 });
    await indexed(db);
    expect(await readIndexProgress(db)).toEqual({ behind: 0, done: 1 });
  });
});

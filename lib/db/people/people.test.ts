import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { Ranking } from '@/lib/domain/people/amounts';
import { MINUTE } from '@/lib/time';
import { at } from '@/tests/support/builders/event-fields';
import { aBomb, aCheer, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { watchQuery } from '../live';
import { newestSubs } from './newest-subs';
import { readPerson } from './person';
import { readTopLists } from './top-lists';
import { topPeople } from './top-people';

const by = (name: string, id = name) => ({
  viewer_id: id,
  viewer_login: name.toLowerCase(),
  viewer_name: name,
});
const on = (streamer_id: string) => ({ streamer_id });
const ANONYMOUS = { viewer_id: null, viewer_login: null, viewer_name: null };

async function logOf(events: readonly StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  await recordEvents(db, events);
  return await indexed(db);
}

/** Reads a list as pairs of name and number. */
async function read(db: Database, ranking: Ranking, streamerId: string | null = null, limit = 10) {
  const people = await topPeople(db, { streamerId, by: ranking, limit });
  return people.map(({ name, id, amounts }) => [name?.name ?? id, amounts[ranking]]);
}

describe('those who have most', () => {
  it('are counted on one channel, or on all together', async () => {
    const db = await logOf([
      aCheer({ ...by('Ann'), ...on('1') }, 500),
      aCheer({ ...by('Ann'), ...on('2') }, 400),
      aCheer({ ...by('Bob'), ...on('1') }, 600),
      aCheer({ ...by('Cid'), ...on('2') }, 100),
      aCheer({ ...by('Cid'), ...on('2') }, 450),
    ]);
    expect(await read(db, 'bits')).toEqual([
      ['Ann', 900],
      ['Bob', 600],
      ['Cid', 550],
    ]);
    expect(await read(db, 'bits', '1')).toEqual([
      ['Bob', 600],
      ['Ann', 500],
    ]);
    expect(await read(db, 'bits', null, 1)).toEqual([['Ann', 900]]);
    const [ann] = await topPeople(db, { streamerId: null, by: 'bits', limit: 1 });
    expect(ann?.amounts).toMatchObject({ bits: 900, biggest_cheer: 500, gifts: 0 });
    expect(await read(db, 'bits', '404')).toEqual([]);
  });

  it('are gifters by single gifts and those of bombs, each counted once', async () => {
    const bomb = [aBomb('b', 2, by('Ann')), aGift('b', 1, by('Ann')), aGift('b', 2, by('Ann'))];
    const single = { ...aGift('x', 3).detail, communityGiftId: null };
    const db = await logOf([...bomb, anEvent('gift', single, by('Ann'))]);
    const [ann] = await topPeople(db, { streamerId: null, by: 'gifts', limit: 1 });
    expect(ann?.amounts).toMatchObject({ gifts: 3, bombs: 1, biggest_bomb: 2 });
  });

  it('have one entry through all renames, by the latest name', async () => {
    const db = await logOf([
      aCheer({ ...by('Old', '7'), ...at(1) }),
      aCheer({ ...by('New', '7'), ...at(2) }),
    ]);
    expect(await read(db, 'bits')).toEqual([['New', 200]]);
  });

  it('are nobody who is anonymous', async () => {
    const db = await logOf([aCheer(ANONYMOUS, 9000), aBomb('b', 50, ANONYMOUS)]);
    expect(await read(db, 'bits')).toEqual([]);
    expect(await read(db, 'gifts')).toEqual([]);
  });

  it('have no name if the log knows none', async () => {
    const db = await logOf([aCheer({ ...ANONYMOUS, viewer_id: '7' })]);
    expect(await read(db, 'bits')).toEqual([['7', 100]]);
  });
});

describe('the newest subs', () => {
  it('are those of one channel or of all, the newest first', async () => {
    const db = await logOf([
      aSub({ id: 'a', ...on('1'), ...at(1) }),
      aSub({ id: 'b', ...on('2'), ...at(3) }),
      aSub({ id: 'c', ...on('1'), ...at(2) }),
      aCheer({ ...on('1'), ...at(4) }),
    ]);
    const ids = async (streamerId: string | null, limit = 10) =>
      (await newestSubs(db, { streamerId, limit })).map(({ id }) => id);
    expect(await ids(null)).toEqual(['b', 'c', 'a']);
    expect(await ids(null, 2)).toEqual(['b', 'c']);
    expect(await ids('1')).toEqual(['c', 'a']);
  });
});

describe('a person', () => {
  it('is everything under all names, on every channel', async () => {
    const db = await logOf([
      aCheer({ ...by('Old', '7'), ...on('1'), ...at(1) }),
      aCheer({ ...by('New', '7'), ...on('2'), ...at(2) }),
      aSub({ ...by('New', '7'), ...on('2'), ...at(3) }),
      aCheer({ ...by('Other', '8'), ...on('2'), ...at(4) }),
    ]);
    const person = await readPerson(db, '7');
    expect(person).toMatchObject({
      id: '7',
      name: { name: 'New', login: 'new' },
      firstAt: START + MINUTE,
      lastAt: START + 3 * MINUTE,
    });
    expect(person?.earlier.map(({ name }) => name)).toEqual(['Old']);
    expect(person?.channels.map(({ streamer_id, counts }) => [streamer_id, counts])).toEqual([
      ['2', { cheer: 1, sub: 1 }],
      ['1', { cheer: 1 }],
    ]);
  });

  it('is known before the index contains their events, and unknown without any', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aCheer({ ...by('New', '7'), ...at(1) })]);
    expect(await readPerson(db, '7')).toMatchObject({ name: { name: 'New' }, channels: [] });
    expect(await readPerson(db, '8')).toBeNull();
  });
});

it('a live query of the lists follows what is recorded, once it is in the index', async () => {
  const db = await logOf([aCheer({ ...by('Ann'), ...on('1') })]);
  const query = { streamerId: '1', rankings: ['bits' as const], limit: 10 };
  const results: string[] = [];
  const stop = watchQuery(
    () => readTopLists(db, query),
    ({ people, subs }) => {
      const ranked = (people[0] ?? []).map(({ name, amounts }) => `${name?.name} ${amounts.bits}`);
      results.push(`${ranked.join(', ')} / ${subs.map(({ id }) => id).join()}`);
    },
    (error) => results.push(String(error)),
  );
  await expect.poll(() => results.at(-1)).toBe('Ann 100 / ');
  await recordEvents(db, [
    aCheer({ ...by('Bob'), ...on('1') }, 300),
    aSub({ id: 'b', ...on('1') }),
  ]);
  await expect.poll(() => results.at(-1)).toBe('Ann 100 / b');
  await indexed(db);
  await expect.poll(() => results.at(-1)).toBe('Bob 300, Ann 100 / b');
  stop();
});

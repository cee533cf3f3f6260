import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { DEFAULT_FILTER, type Filter, type Size, withLeast } from '@/lib/domain/filter/filter';
import { passes } from '@/lib/domain/filter/filter-rule';
import { MINUTE } from '@/lib/time';
import { aBomb, aCheer, aGift, anEvent, aSub } from '@/tests/support/builders/events';
import { shuffledEvening } from '@/tests/support/builders/shuffled-evening';
import { countReads } from '@/tests/support/database/counted-reads';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { countRowsAfter } from './count-rows';
import { newestRows, positionOf } from './rows';

// In one file, though long: reading and counting have to agree on the same filters.

const at = (minutes: number) => ({ created_at: START + minutes * MINUTE });
const hiding = (...hidden: Filter['hidden']): Filter => ({ ...DEFAULT_FILTER, hidden });
const least = (size: Size, value: number) => withLeast(DEFAULT_FILTER, size, value);
const ONLY: Filter = { ...DEFAULT_FILTER, subsAndCheersOnly: true };

async function ids(db: Database, filter: Filter, limit = 10): Promise<string[]> {
  return (await newestRows(db, { streamerIds: ['100'], limit, filterOf: () => filter })).map(
    ({ id }) => id,
  );
}

function count(db: Database, after: number, filter: Filter, limit = 100): Promise<number> {
  return countRowsAfter(db, { streamerId: '100', after, limit, filter });
}

/** Writes a long history into the log, faster than by recording it. */
async function fill(db: Database, events: readonly StreamEvent[]): Promise<void> {
  await db.events.bulkAdd(events.map((event) => ({ ...event, row_at: event.created_at })));
}

const follows = (number: number, from: number) =>
  Array.from({ length: number }, (_, index) =>
    anEvent('follow', {}, { id: `f${from + index}`, ...at(from + index) }),
  );
const smallCheers = (number: number, from: number) =>
  Array.from({ length: number }, (_, index) =>
    aCheer({ id: `c${from + index}`, ...at(from + index) }, 1),
  );

describe('newestRows with a filter', () => {
  it('returns the newest rows that pass, newest first by time, then by arrival', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      aSub({ id: 'sub', ...at(5) }),
      aCheer({ id: 'cheer, later', ...at(7) }),
      aCheer({ id: 'cheer, same time', ...at(5) }),
      ...follows(20, 10),
      aBomb('b', 5, { id: 'bomb', ...at(6) }),
    ]);
    await recordEvents(db, [aGift('b', 1, at(8))]);
    expect(await ids(db, ONLY)).toEqual(['cheer, later', 'bomb', 'cheer, same time', 'sub']);
    expect(await ids(db, ONLY, 2)).toEqual(['cheer, later', 'bomb']);
    expect(await ids(db, hiding('follows', 'subs'))).toEqual([
      'cheer, later',
      'bomb',
      'cheer, same time',
    ]);
    expect(await ids(db, DEFAULT_FILTER)).toHaveLength(10);
  });

  it('returns only rows of the streamer', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub({ streamer_id: '10' }), aSub({ streamer_id: '1000' })]);
    expect(await ids(db, ONLY)).toEqual([]);
  });

  it('leaves out a gift bomb once its header shows that it is too small', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aGift('small', 1, at(1)), aGift('big', 1, { id: 'big', ...at(2) })]);
    expect(await ids(db, least('gifts', 5))).toHaveLength(2);
    await recordEvents(db, [aBomb('small', 3, at(3)), aBomb('big', 5, at(4))]);
    expect(await ids(db, least('gifts', 5))).toEqual(['big']);
    expect(await count(db, 0, least('gifts', 5))).toBe(1);
  });

  it('skips small gift bombs, in whatever order their parts arrived', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aBomb('big', 50, { id: 'big', ...at(0) })]);
    for (let number = 1; number <= 30; number += 1) {
      const parts = [aGift(`${number}`, 1, at(number)), aBomb(`${number}`, 1, at(number))];
      await recordEvents(db, number % 2 === 0 ? parts : parts.toReversed());
    }
    expect(await ids(db, least('gifts', 5), 3)).toEqual(['big']);
  });

  it.each([21, 22, 23])('returns the same rows as filtering all rows (seed %i)', async (seed) => {
    const db = freshDatabase();
    const arrived = shuffledEvening(seed).flat();
    await recordEvents(db, arrived);
    const all = await newestRows(db, { streamerIds: ['100'], limit: 1000 });
    for (const filter of [ONLY, hiding('gifts', 'cheers'), least('gifts', 3), least('bits', 101)]) {
      const expected = all.filter((row) => passes(row, filter));
      expect(
        await newestRows(db, { streamerIds: ['100'], limit: 5, filterOf: () => filter }),
      ).toEqual(expected.slice(0, 5));
      expect(await count(db, 0, filter, 1000)).toBe(expected.length);
    }
  });
});

describe('a long history of which little passes', () => {
  it('is not read as a whole to find a rare kind', async () => {
    const db = freshDatabase();
    await fill(db, [aSub({ id: 'old', ...at(0) }), ...follows(3000, 1)]);
    const counted = countReads();
    expect(await ids(db, ONLY)).toEqual(['old']);
    expect(await ids(db, hiding('follows'))).toEqual(['old']);
    expect(counted.reads).toBeLessThan(200);
  });

  it('is not searched beyond 500 events of a kind that are too small', async () => {
    const db = freshDatabase();
    const big = (id: string, minute: number) => aCheer({ id, ...at(minute) }, 500);
    await fill(db, [big('too old', 0), ...smallCheers(2000, 1), big('far', 1600)]);
    const counted = countReads();
    expect(await ids(db, least('bits', 100))).toEqual(['far']);
    expect(counted.reads).toBeLessThan(700);
  });

  it('is read only as far as the rows that are shown, whatever may be too small', async () => {
    const db = freshDatabase();
    await fill(db, [...smallCheers(2000, 0), ...follows(2000, 0)]);
    const counted = countReads();
    expect(await ids(db, least('bits', 100))).toHaveLength(10);
    expect(counted.reads).toBeLessThan(100);
  });

  it('costs only the requested rows without a filter', async () => {
    const db = freshDatabase();
    await fill(db, follows(1000, 0));
    const counted = countReads();
    expect(await ids(db, DEFAULT_FILTER)).toHaveLength(10);
    expect(counted.reads).toBeLessThanOrEqual(11);
  });

  it('is counted without being read as a whole', async () => {
    const db = freshDatabase();
    await fill(db, [aSub(at(0)), aSub(at(1)), ...follows(3000, 2), aCheer(at(4000))]);
    const counted = countReads();
    expect(await count(db, 0, ONLY)).toBe(3);
    expect(await count(db, 1, ONLY)).toBe(2);
    expect(await count(db, 0, DEFAULT_FILTER)).toBe(100);
    expect(counted.reads).toBeLessThan(3 * 700);
  });
});

describe('older rows', () => {
  /** Reads page after page until there is nothing more. */
  async function pages(db: Database, filter: Filter): Promise<string[]> {
    const read: string[] = [];
    let before: Parameters<typeof newestRows>[1]['before'];
    for (;;) {
      const rows = await newestRows(db, {
        streamerIds: ['100'],
        filterOf: () => filter,
        limit: 20,
        ...(before && { before }),
      });
      const last = rows.at(-1);
      if (last === undefined) return read;
      read.push(...rows.map(({ id }) => id));
      before = (await positionOf(db, last.id)) ?? before;
    }
  }

  it('are all found page by page, also of the same time', async () => {
    const db = freshDatabase();
    await recordEvents(db, shuffledEvening(24).flat());
    await recordEvents(
      db,
      Array.from({ length: 50 }, (_, index) => aCheer({ ...at(5), id: `same ${index}` }, 200)),
    );
    for (const filter of [DEFAULT_FILTER, ONLY, least('bits', 101)]) {
      const all = await newestRows(db, {
        streamerIds: ['100'],
        limit: 1000,
        filterOf: () => filter,
      });
      expect(await pages(db, filter)).toEqual(all.map(({ id }) => id));
    }
  });
});

describe('countRowsAfter with a filter', () => {
  it('counts only rows that pass, up to a limit', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub(), aCheer(), ...follows(5, 0), aSub()]);
    expect(await count(db, 0, ONLY)).toBe(3);
    expect(await count(db, 1, ONLY)).toBe(2);
    expect(await count(db, 0, hiding('subs', 'cheers'))).toBe(5);
    expect(await count(db, 0, ONLY, 2)).toBe(2);
    expect(await count(db, 8, DEFAULT_FILTER)).toBe(0);
  });

  it('counts beyond small gift bombs that hide their size, among more than 500 events', async () => {
    const db = freshDatabase();
    const bombs = Array.from({ length: 200 }, (_, bomb) => [
      aGift(`${bomb}`, 1, at(1000 + bomb)),
      aGift(`${bomb}`, 2, at(1000 + bomb)),
      aBomb(`${bomb}`, 2, at(1000 + bomb)),
    ]);
    await recordEvents(db, [aSub(at(1)), ...bombs.flat()]);
    expect(await count(db, 0, least('gifts', 5))).toBe(1);
  });

  it('counts a backfilled row that is older than the seen ones', async () => {
    const db = freshDatabase();
    await recordEvents(db, [aSub(at(100))]);
    await recordEvents(db, [aSub(at(1))]);
    expect(await count(db, 1, ONLY)).toBe(1);
  });
});

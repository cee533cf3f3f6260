import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { withRowStarts } from '@/lib/domain/history/new-events';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { aBomb, aCheer, aGift } from '@/tests/support/builders/events';
import { countWork } from '@/tests/support/database/counted-work';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { type LogQuery, readLogRows } from '../log-rows';

const WEEK = 7 * DAY;

/** Returns a function that reads the ids of rows, and says how much work that was. */
async function readerOf(events: readonly StreamEvent[]) {
  const work = countWork();
  const db = freshDatabase();
  await db.events.bulkAdd(withRowStarts(events, new Set()));
  return async (part: Partial<LogQuery>) => {
    const before = { ...work };
    const page = await readLogRows(db, { streamerId: null, viewerId: null, limit: 10, ...part });
    const [read, requests] = [work.read - before.read, work.requests - before.requests];
    return { ids: page?.rows.map(({ id }) => id) ?? [], read, requests };
  };
}

function cheers(count: number, timeOf: (index: number) => number) {
  return Array.from({ length: count }, (_, index) =>
    aCheer({ id: `e${index}`, created_at: timeOf(index) }),
  );
}

it.each([
  ['some', 25, 2_500],
  ['most', 1, 4_500],
])(
  'the first hour is read only where the rows of a time end: %s join rows',
  async (_how, each, most) => {
    const first = START + 10 * MINUTE;
    const gifts = Array.from({ length: 1_000 }, (_, index) => {
      const fields = { id: `d${index}`, created_at: first + index };
      return index % each === 0 ? aGift('late', index, fields) : aCheer(fields);
    });
    const read = await readerOf([
      aBomb('late', 1_000, { id: 'late', created_at: first - MINUTE }),
      ...gifts,
      ...cheers(200, (index) => first + (index + 1) * MINUTE),
    ]);
    const query = { spans: [{ from: first, until: first + 500 * MINUTE }] };
    const newest = await read(query);
    const older = await read({ ...query, from: { rowId: 'e50', direction: 'older' } });
    const newer = await read({ ...query, from: { rowId: 'e50', direction: 'newer' } });
    expect([newest, older, newer].map(({ ids }) => ids.at(-1))).toEqual(['e190', 'e40', 'e51']);
    for (const page of [newest, older, newer]) expect(page.read).toBeLessThan(50);
    const place = { at: first + 10, seq: 0 };
    const end = await read({ ...query, from: { place, direction: 'older' } });
    expect(end.ids.at(-1)).toBe('late');
    expect(end.read).toBeLessThan(most);
  },
); // prettier-ignore

it('many times, in most of which nothing happened, need few requests each', async () => {
  const read = await readerOf(cheers(20, (index) => START + index * WEEK));
  const spans = Array.from({ length: 100 }, (_, week) => {
    const from = START + (100 - week) * WEEK - MINUTE;
    return { from, until: from + HOUR };
  });
  const page = await read({ limit: 50, spans });
  expect(page.ids).toHaveLength(19);
  // Two of an empty time, and four of another one.
  expect(page.requests).toBeLessThan(250);
  expect(page.read).toBeLessThan(100);
});

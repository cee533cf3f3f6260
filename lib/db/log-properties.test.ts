import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event';
import { freshDatabase } from '@/tests/support/fresh-database';
import { shuffledEvening } from '@/tests/support/shuffled-evening';
import { countsByStreamer } from './counts';
import { recordEvents } from './events';
import { newestRows } from './rows';

/** What the log must hold of them: the first of each id, and of each natural key. */
function distinct(events: readonly StreamEvent[]): StreamEvent[] {
  const seen = new Set<string>();
  return events.filter(({ id, natural_key = id }) => {
    const isNew = !seen.has(id) && !seen.has(natural_key);
    seen.add(id).add(natural_key);
    return isNew;
  });
}

it.each([11, 12, 13])('an evening in disorder is recorded once each (seed %i)', async (seed) => {
  const db = freshDatabase();
  const arrived = shuffledEvening(seed);
  for (let from = 0; from < arrived.length; from += 5) {
    await recordEvents(db, arrived.slice(from, from + 5));
  }
  const expected = distinct(arrived);
  const log = await db.events.orderBy('seq').toArray();
  expect(log.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));

  const [counts] = await countsByStreamer(db);
  expect(counts?.total).toBe(expected.length);
  const byType = Map.groupBy(expected, ({ event_type }) => event_type);
  expect(new Map(counts?.byType.map(({ type, count }) => [type, count]))).toEqual(
    new Map([...byType].map(([type, events]) => [type, events.length])),
  );
  const byDay = await db.counts.where('period').notEqual('all').toArray();
  expect(byDay.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);

  const rows = await newestRows(db, '100', 1000);
  const threads = new Set(expected.map(({ id, thread = id }) => thread));
  expect(rows).toHaveLength(threads.size);
  const times = rows.map(({ event }) => event.created_at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

import { expect, it } from 'vitest';
import { EVENT_KINDS } from '@/lib/domain/event/event-kind';
import { DEFAULT_FILTER, type Filter, withLeast } from '@/lib/domain/filter/filter';
import { MINUTE } from '@/lib/time';
import { aCheer } from '@/tests/support/builders/events';
import { countWork } from '@/tests/support/database/counted-work';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { readFeed } from './feed';

/** The newest event, the gaps, and what is known of the channel. */
const BESIDES_ROWS = 3;

it.each<[string, Filter, number]>([
  ['the whole list', DEFAULT_FILTER, 1],
  ['a list without a kind', { ...DEFAULT_FILTER, hidden: ['follows'] }, EVENT_KINDS.length - 1],
  ['a list with a least size', withLeast(DEFAULT_FILTER, 'bits', 100), EVENT_KINDS.length],
])('%s is read with one request for each kind', async (_list, filter, kinds) => {
  const work = countWork();
  const db = freshDatabase();
  const cheers = Array.from({ length: 200 }, (_, index) => {
    const row_at = START + index * MINUTE;
    return { ...aCheer({ created_at: row_at }), row_at };
  });
  await db.events.bulkAdd(cheers);
  const before = work.requests;
  const feed = await readFeed(db, { streamerIds: ['100'], filterOf: () => filter, limit: 10 });
  expect(feed.rows).toHaveLength(10);
  expect(feed.hasOlder).toBe(true);
  expect(work.requests - before).toBe(kinds + BESIDES_ROWS);
});

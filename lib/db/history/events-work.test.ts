import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { MINUTE } from '@/lib/time';
import { aBomb, aCheer, aGift, anUpdate, aSub } from '@/tests/support/builders/events';
import { type CountedWork, countWork } from '@/tests/support/database/counted-work';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { recordEvents } from './events';

/** Returns what recording a batch asks of a database that already has so many events. */
type WorkOf = (batch: readonly StreamEvent[], options: { stored: number }) => Promise<CountedWork>;

async function workIn(
  work: CountedWork,
  batch: readonly StreamEvent[],
  stored: number,
): Promise<CountedWork> {
  const db = freshDatabase();
  // Some events of every kind of the batch, so that its counters exist.
  await recordEvents(db, [aCheer(), aSub(), aGift('old', 1), aBomb('old', 1), anUpdate(-9000)]);
  const records = Array.from({ length: stored }, (_, index) => {
    const created_at = START - (index + 1) * MINUTE;
    return { ...aCheer({ id: `stored ${index}`, created_at }), row_at: created_at };
  });
  await db.events.bulkAdd(records);
  const before = { ...work };
  await recordEvents(db, batch);
  return {
    transactions: work.transactions - before.transactions,
    requests: work.requests - before.requests,
    read: work.read - before.read,
  };
}

function counted(): WorkOf {
  const work = countWork();
  return (batch, { stored }) => workIn(work, batch, stored);
}

const cheers = (count: number) => Array.from({ length: count }, () => aCheer());

describe('what recording asks of the database', () => {
  it('is one transaction and five requests for an event', async () => {
    const workOf = counted();
    // Two counters are read, and then written with the event.
    expect(await workOf([aCheer()], { stored: 0 })).toEqual({
      transactions: 1,
      requests: 5,
      read: 2,
    });
  });

  it('is one request more for each further event of a batch', async () => {
    const workOf = counted();
    const { transactions, requests } = await workOf(cheers(50), { stored: 0 });
    expect({ transactions, requests }).toEqual({ transactions: 1, requests: 54 });
  });

  it('is one step over an index for each thread of a batch', async () => {
    const workOf = counted();
    const bomb = [
      aBomb('new', 20),
      ...cheers(0),
      ...Array.from({ length: 20 }, (_, number) => aGift('new', number)),
    ];
    const { transactions, requests } = await workOf(bomb, { stored: 0 });
    // 21 events, four counters read and written, and one thread looked up.
    expect({ transactions, requests }).toEqual({ transactions: 1, requests: 21 + 8 + 1 });
  });

  it.each([
    ['an event', () => [aCheer()]],
    ['a batch', () => [...cheers(20), aSub(), aGift('new', 1), aBomb('new', 1), anUpdate(0)]],
    ['a known event', () => [aCheer({ id: 'stored 0' }), aSub()]],
  ])('does not grow with the history for %s', async (_what, batch) => {
    const workOf = counted();
    const short = await workOf(batch(), { stored: 10 });
    expect(await workOf(batch(), { stored: 2000 })).toEqual(short);
  });

  it('is a second transaction only if an event is known', async () => {
    const workOf = counted();
    const { transactions } = await workOf([aCheer({ id: 'stored 0' }), aSub()], { stored: 1 });
    expect(transactions).toBe(2);
  });
});

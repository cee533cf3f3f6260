import { describe, expect, it } from 'vitest';
import type { EventOf, StreamEvent } from '@/lib/domain/event/event';
import { withRowStarts } from '@/lib/domain/history/new-events';
import { MINUTE } from '@/lib/time';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { countWork } from '@/tests/support/database/counted-work';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../../database';
import { addToCounts } from '../../history/change-counts';
import { eventsOf } from '../log-events';
import { type LogQuery, type LogRows, readLogRows } from '../log-rows';

/** The test's database writes slowly. */
const timeout = MINUTE;

const WHOLE = { streamerId: null, viewerId: null, limit: 10 };

/** Stores events as recording would, at once. Counts what is asked of the database afterwards. */
async function logOf(events: readonly StreamEvent[], isIndexed = true) {
  const work = countWork();
  const db = freshDatabase();
  await db.events.bulkAdd(withRowStarts(events, new Set()));
  await addToCounts(db, events);
  if (isIndexed) await indexed(db, 5_000);
  const workOf = async (run: () => Promise<unknown>) => {
    const before = { ...work };
    await run();
    return { read: work.read - before.read, requests: work.requests - before.requests };
  };
  return { db, workOf };
}

function cheers(count: number, fields: (index: number) => object = () => ({})) {
  return Array.from({ length: count }, (_, index) =>
    aCheer({ id: `e${index}`, created_at: START + index * MINUTE, ...fields(index) }),
  );
}

function saying(message: string, event: EventOf<'cheer'>): EventOf<'cheer'> {
  return { ...event, detail: { ...event.detail, message } };
}

function idsOf(page: LogRows | null): string[] {
  return page?.rows.map(({ id }) => id) ?? [];
}

describe('a page costs the same at any depth', () => {
  const mixed = () =>
    cheers(3_000).map((event, index) => {
      const { id, created_at, streamer_id } = event;
      const fields = { id, created_at, streamer_id: index % 5 === 0 ? '101' : streamer_id };
      return index % 3 === 0 ? anEvent('raid_in', { viewers: index }, fields) : aCheer(fields);
    });

  it.each<[string, Partial<LogQuery>]>([
    ['of kinds', { kinds: new Set(['raid_in', 'raid_out'] as const) }],
    ['of kinds of one streamer', { kinds: new Set(['cheer'] as const), streamerId: '101' }],
    ['of a time', { spans: [{ from: START, until: START + 2_990 * MINUTE }] }],
    ['of sizes that half of it has', { least: { viewers: 10 } }],
  ])('%s', async (_what, part) => {
    const { db, workOf } = await logOf(mixed());
    const query = { ...WHOLE, ...part };
    const reads: number[] = [];
    for (const rowId of ['e2980', 'e1500', 'e300']) {
      const { read } = await workOf(async () => {
        const from = { rowId, direction: 'older' } as const;
        expect(idsOf(await readLogRows(db, { ...query, from }))).toHaveLength(10);
      });
      reads.push(read);
    }
    expect(Math.max(...reads)).toBeLessThanOrEqual(1.5 * Math.min(...reads));
    expect(Math.max(...reads)).toBeLessThan(200);
  });
});

describe('a page of large rows', () => {
  it('ends after many that are too small, says where, and is read on', { timeout }, async () => {
    const { db } = await logOf(
      cheers(11_500).map((event, index) => ({
        ...event,
        detail: { ...event.detail, bits: index % 11_000 === 0 ? 5_000 : 1 },
      })),
      false,
    );
    const query = { ...WHOLE, least: { bits: 1_000 } };
    const found: string[] = [];
    let stops = 0;
    let page = await readLogRows(db, query);
    for (; page?.stoppedAt; stops += 1) {
      found.push(...idsOf(page));
      expect(page.hasMore).toBe(true);
      const from = { place: page.stoppedAt, direction: 'older' } as const;
      page = await readLogRows(db, { ...query, from });
    }
    found.push(...idsOf(page));
    expect(found).toEqual(['e11000', 'e0']);
    expect(stops).toBe(1);
    expect(page?.hasMore).toBe(false);
  });

  it('is not read to the end once nobody wants it', async () => {
    const { db } = await logOf(cheers(5_000));
    const controller = new AbortController();
    const reading = readLogRows(db, { ...WHOLE, least: { bits: 9_999 } }, controller.signal);
    controller.abort();
    await expect(reading).rejects.toThrow(controller.signal.reason);
  });
});

describe('a search', () => {
  it('reads little of a frequent word', async () => {
    const { db, workOf } = await logOf(cheers(3_000).map((event) => saying('hello there', event)));
    const { read } = await workOf(async () => {
      expect(idsOf(await readLogRows(db, { ...WHOLE, search: 'hello' }))[0]).toBe('e2999');
    });
    expect(read).toBeLessThan(700);
  });

  it('reads the rarer of two words', async () => {
    const events = cheers(3_000).map((event, index) =>
      saying(index % 600 === 0 ? 'hello rare day' : 'hello other day', event),
    );
    const { db, workOf } = await logOf(events);
    for (const search of ['hello rare', 'rare hello', 'hello rare da', 'day ra']) {
      const { read } = await workOf(async () => {
        const page = await readLogRows(db, { ...WHOLE, search });
        expect(idsOf(page)).toEqual(['e2400', 'e1800', 'e1200', 'e600', 'e0']);
      });
      expect(read).toBeLessThan(1_600);
    }
  });

  it('finds frequent and rare words with the same beginning, each event once', async () => {
    const events = cheers(2_500).map((event, index) =>
      saying(index % 2 === 0 ? 'star stars' : `st${index} star`, event),
    );
    const { db } = await logOf(events);
    const pages: string[] = [];
    let page = await readLogRows(db, { ...WHOLE, limit: 500, search: 'st' });
    for (;;) {
      pages.push(...idsOf(page));
      const rowId = page?.rows.at(-1)?.id;
      if (page?.hasMore !== true || rowId === undefined) break;
      const from = { rowId, direction: 'older' } as const;
      page = await readLogRows(db, { ...WHOLE, limit: 500, search: 'st', from });
    }
    expect(pages).toEqual(Array.from({ length: 2_500 }, (_, index) => `e${2_499 - index}`));
  });

  it('finds events of one of many viewers with such a name', async () => {
    const named = (index: number) => ({
      viewer_id: `${index % 400}`,
      viewer_login: `viewer_${index % 400}`,
      viewer_name: `Viewer_${index % 400}`,
    });
    const { db, workOf } = await logOf(cheers(2_000, named));
    const { read } = await workOf(async () => {
      const page = await readLogRows(db, { ...WHOLE, search: 'iewer_' });
      expect(idsOf(page)).toEqual(Array.from({ length: 10 }, (_, index) => `e${1_999 - index}`));
    });
    // Mostly the ids of those viewers.
    expect(read).toBeLessThan(1_000);
    const one = await readLogRows(db, { ...WHOLE, search: 'VIEWER_399' });
    expect(idsOf(one)).toEqual(['e1999', 'e1599', 'e1199', 'e799', 'e399']);
  });
});

describe('the events of a log', () => {
  async function batchesOf(db: Database, signal?: AbortSignal): Promise<number[]> {
    const sizes: number[] = [];
    const options = { size: 100, ...(signal && { signal }) };
    for await (const batch of eventsOf(db, { streamerId: null, viewerId: null }, options)) {
      sizes.push(batch.length);
    }
    return sizes;
  }

  it('come in parts, also where many are of the same time', async () => {
    const { db } = await logOf(cheers(450, () => ({ created_at: START })));
    expect(await batchesOf(db)).toEqual([100, 100, 100, 100, 50]);
  });

  it('end when nobody wants them', async () => {
    const { db } = await logOf(cheers(10));
    await expect(batchesOf(db, AbortSignal.abort('no more'))).rejects.toBe('no more');
  });

  it('are looked for only in the hours that have some of them', async () => {
    const raid = anEvent('raid_in', { viewers: 3 }, { created_at: START + 1_500 * MINUTE });
    const { db, workOf } = await logOf([...cheers(3_000), raid]);
    const filter = { streamerId: null, viewerId: null, kinds: new Set(['raid_in'] as const) };
    const { read } = await workOf(async () => {
      const batches = await Array.fromAsync(eventsOf(db, filter));
      expect(batches.flat().map(({ id }) => id)).toEqual([raid.id]);
    });
    expect(read).toBeLessThan(200);
  });
});

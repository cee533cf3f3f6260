import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { composePublisher } from '@/entrypoints/background/compose-publisher';
import type { ListedEntry } from '@/lib/app/feed/publication';
import { createSeenMark } from '@/lib/app/feed/seen-mark';
import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { readSeen, storeSeen } from '@/lib/settings/seen-watermark';
import { readFilters } from '@/lib/settings/settings';
import { aSub } from '@/tests/support/builders/events';
import { type CountedWork, countWork } from '@/tests/support/database/counted-work';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { installEnglish } from '@/tests/support/english';
import { createFakeClock, type FakeClock, settled } from '@/tests/support/fakes/fake-clock';
import { createFakeLog } from '@/tests/support/fakes/fake-log';
import { createFakeToolbar } from '@/tests/support/fakes/fake-toolbar';
import { until } from '@/tests/support/until';

// The publisher takes the title of the toolbar button from the catalog.
beforeEach(installEnglish);

/** Returns a list of so many streamers, the first of them the favorite. */
function listOf(count: number): ListedEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(100 + index);
    const names = { login: `s${id}`, name: `S${id}`, avatarUrl: '' };
    return { id, ...names, isFavorite: index === 0, isMuted: false };
  });
}

/** Waits until nothing more is published. */
async function rest({ clock, db }: { clock: FakeClock; db: Database }): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await clock.advance(50);
    // The database does not use the clock.
    await db.accounts.count();
    await settled();
  }
}

/** The publisher of the extension, with so many streamers in the list. Each has `rows` rows. */
async function listening(count: number, rows: number) {
  const work = countWork();
  const db = freshDatabase();
  const clock = createFakeClock();
  const seenMark = createSeenMark({ db, load: readSeen, store: storeSeen, clock });
  const publisher = await composePublisher({
    db,
    clock,
    log: createFakeLog(),
    readSeen: seenMark.read,
    readListSettings: async () => ({ ...(await readFilters()), moments: DEFAULT_MOMENTS }),
    showBadge: createFakeToolbar().showBadge,
  });
  for (let row = 0; row < rows; row += 1) {
    await recordEvents(
      db,
      listOf(count).map(({ id }) => aSub({ streamer_id: id })),
    );
  }
  publisher.update({
    streamers: listOf(count),
    connection: { state: 'listening', problem: null },
  });
  await until(async () => {
    await clock.advance(50);
    const items = await browser.storage.local.get(null);
    expect(Object.keys(items).filter((key) => /^feed:\d/.test(key))).toHaveLength(count);
  });
  await rest({ clock, db });
  return { work, db, clock, publisher, seenMark };
}

/** Returns what a task costs: transactions and requests of the database, and writes of the storage. */
async function costOf(
  { work, db, clock }: { work: CountedWork; db: Database; clock: FakeClock },
  run: () => Promise<unknown>,
) {
  const set = vi.spyOn(browser.storage.local, 'set');
  const get = vi.spyOn(browser.storage.local, 'get');
  const idle = { ...work };
  await rest({ clock, db });
  const before = { ...work };
  await run();
  await rest({ clock, db });
  const resting = {
    transactions: before.transactions - idle.transactions,
    requests: before.requests - idle.requests,
  };
  return {
    transactions: work.transactions - before.transactions - resting.transactions,
    requests: work.requests - before.requests - resting.requests,
    writes: set.mock.calls.map(([items]) => Object.keys(items)),
    reads: get.mock.calls.length,
  };
}

describe('an event of one streamer', () => {
  async function costOfEvent(count: number) {
    const running = await listening(count, 3);
    const events = [aSub({ streamer_id: '100' })];
    return await costOf(running, async () => {
      running.publisher.recorded(await recordEvents(running.db, events), events);
    });
  }

  it('costs the same with 51 streamers in the list as with one', async () => {
    const cost = await costOfEvent(1);
    expect(cost.writes).toEqual([['feed:unseen', 'feed:100']]);
    expect(cost.reads).toBe(0);
    vi.restoreAllMocks();
    expect(await costOfEvent(51)).toEqual(cost);
  });
});

describe('a look at one streamer', () => {
  async function costOfLook(count: number) {
    const running = await listening(count, 3);
    return await costOf(running, async () => {
      await running.seenMark.mark({ upTo: 1_000, streamerId: '100' });
      running.publisher.publish(['100']);
    });
  }

  it('costs the same with 51 streamers in the list as with one', async () => {
    const cost = await costOfLook(1);
    expect(cost.writes).toEqual([['seen', 'seenOf', 'seenParts'], ['feed:unseen']]);
    vi.restoreAllMocks();
    expect(await costOfLook(51)).toEqual(cost);
  });
});

describe('a tick', () => {
  it('writes the index alone and reads no lists, with 51 streamers', async () => {
    const running = await listening(51, 1);
    const cost = await costOf(running, async () => running.publisher.confirm());
    expect(cost).toEqual({ transactions: 0, requests: 0, writes: [['feed']], reads: 0 });
  });
});

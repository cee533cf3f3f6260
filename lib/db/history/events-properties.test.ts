import { expect, it } from 'vitest';
import type { StoredEvent } from '@/lib/domain/row/row';
import { MINUTE, utcDay } from '@/lib/time';
import { shuffledEvening } from '@/tests/support/builders/shuffled-evening';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { naiveLog, shapeOf } from '@/tests/support/database/naive-log';
import type { Database } from '../database';
import { newestRows } from '../feed/rows';
import { recordEvents } from './events';
import { groupFollows } from './group-follows';
import { membersOf } from './row-members';

/** Each test takes a second; a busy machine needs more. */
const timeout = MINUTE;
const LATER = Date.UTC(2027, 0, 1);

async function groupAll(db: Database): Promise<void> {
  while ((await groupFollows(db, LATER)).length > 0);
}

function countedBy(keys: readonly string[]): Map<string, number> {
  return new Map([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));
}

const seeds = Array.from({ length: 10 }, (_, index) => index + 1);

it.each(seeds)(
  'holds the right rows and counts after 500 events in random order, each twice (seed %i)',
  { timeout },
  async (seed) => {
    const db = freshDatabase();
    const batches = shuffledEvening(seed);
    for (const batch of batches) await recordEvents(db, batch);
    // The worker ends and another one starts.
    db.close();
    await db.open();
    await groupAll(db);
    const { entries, rows } = naiveLog(batches);

    const log = await db.events.orderBy('seq').toArray();
    expect(log.map(({ id, seq }) => ({ id, seq }))).toEqual(
      entries.map(({ id, seq }) => ({ id, seq })),
    );
    expect(log.map(({ detail }) => detail)).toEqual(entries.map(({ event }) => event.detail));

    const counts = await db.counts.toArray();
    expect(
      new Map(counts.map(({ event_type, period, count }) => [`${event_type} ${period}`, count])),
    ).toEqual(
      countedBy(
        entries.flatMap(({ event, at }) => [
          `${event.event_type} all`,
          `${event.event_type} ${utcDay(at)}`,
        ]),
      ),
    );

    expect((await newestRows(db, { streamerIds: ['100'], limit: 1000 })).map(shapeOf)).toEqual(
      rows,
    );
    expect((await newestRows(db, { streamerIds: ['100'], limit: 10 })).map(shapeOf)).toEqual(
      rows.slice(0, 10),
    );
  },
);

it.each(seeds.slice(0, 3))(
  'groups follows while others arrive (seed %i)',
  { timeout },
  async (seed) => {
    const db = freshDatabase();
    for (const batch of shuffledEvening(seed)) {
      await recordEvents(db, batch);
      await groupAll(db);
    }
    const log = await db.events.orderBy('seq').toArray();
    const anchors = log.filter(({ row_at }) => row_at !== undefined);
    const rows = await Promise.all(anchors.map((anchor) => membersOf(db, anchor)));
    // Each event is in exactly one row, and the first stored event begins it.
    const seqs = (events: readonly StoredEvent[]) => events.map(({ seq }) => seq);
    expect(seqs(rows.flat()).toSorted((a, b) => a - b)).toEqual(seqs(log));
    expect(rows.map((members) => members[0])).toEqual(anchors);
    for (const [first, ...others] of rows) {
      if (first?.event_type !== 'follow') continue;
      expect(first.folds_at).toBeUndefined();
      expect(others.every(({ event_type }) => event_type === 'follow')).toBe(true);
    }
  },
);

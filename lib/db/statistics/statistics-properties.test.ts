import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/database';
import { countsByStreamer } from '@/lib/db/history/counts';
import { recordEvents } from '@/lib/db/history/events';
import { forgetEvents } from '@/lib/db/log-index/forget';
import { indexTables } from '@/lib/db/log-index/index-tables';
import type { StreamEvent } from '@/lib/domain/event/event';
import type { StoredEvent } from '@/lib/domain/row/row';
import { countByKind, countByPeriod, countByWeekHour } from '@/lib/domain/statistics/count-hours';
import { familyOf } from '@/lib/domain/statistics/family';
import { dayOf, type PeriodUnit, periodsOf } from '@/lib/domain/statistics/period';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { aBomb, aCheer, aFollow, anEvent, aSub } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { setTimeZone } from '@/tests/support/in-time-zone';
import { readStatistics, type StatisticsQuery } from './statistics';

/** Numbers on screen must be those of an independent count over all events. */
const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

/** A time zone, and a time near to a change of its clock. */
const ZONES: readonly (readonly [zone: string, change: number])[] = [
  ['UTC', Date.UTC(2026, 9, 1)],
  ['Europe/Berlin', Date.UTC(2026, 2, 29)],
  ['Europe/Berlin', Date.UTC(2026, 9, 25)],
  ['America/New_York', Date.UTC(2026, 2, 8)],
  ['America/New_York', Date.UTC(2026, 10, 1)],
  ['America/Sao_Paulo', Date.UTC(2018, 10, 4)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4)],
  ['Asia/Kolkata', Date.UTC(2026, 9, 1)],
  ['Asia/Kathmandu', Date.UTC(2026, 9, 1)],
];
const STREAMERS = ['100', '901', '902'];

const MAKERS: readonly ((random: Random, fields: object) => StreamEvent)[] = [
  (random, fields) => aCheer(fields, random.integer(0, 300)),
  (_random, fields) => aSub(fields),
  (random, fields) => aFollow(random.integer(0, 9), fields),
  (random, fields) => aBomb(random.uuid(), random.integer(0, 9), fields),
  (random, fields) => anEvent('raid_in', { viewers: random.integer(0, 99) }, fields),
  (random, fields) =>
    anEvent(
      'watch_streak',
      { message: '', streams: random.integer(1, 9), channelPoints: 1 },
      fields,
    ),
  (random, fields) =>
    anEvent(
      'other',
      { message: '', noticeType: '', systemMessage: '', raw: random.next() },
      fields,
    ),
];

function randomEvents(random: Random, around: number): StreamEvent[] {
  const spread = random.pick([HOUR, 2 * DAY, 40 * DAY]);
  return Array.from({ length: random.integer(1, 60) }, () =>
    random.pick(MAKERS)(random, {
      streamer_id: random.pick(STREAMERS),
      created_at: around + Math.floor((random.next() * 2 - 1) * spread),
    }),
  );
}

function randomQuery(random: Random, around: number): StatisticsQuery {
  const time = () => {
    if (random.chance(0.4)) return null;
    const at = around + random.integer(-3 * 24 * 60, 3 * 24 * 60) * MINUTE + random.integer(0, 999);
    return random.chance(0.5) ? dayOf(at) : new Date(at).toISOString();
  };
  return { streamerId: random.pick([null, ...STREAMERS]), from: time(), until: time() };
}

/** Counts in the way of a person: an event after the other, by what the local clock shows. */
function naive(events: readonly StoredEvent[], keyOf: (event: StoredEvent) => string) {
  const counts: Record<string, number> = {};
  for (const event of events) counts[keyOf(event)] = (counts[keyOf(event)] ?? 0) + 1;
  return counts;
}

function isIn(event: StoredEvent, { streamerId, from, until }: StatisticsQuery): boolean {
  const local = (time: string) => new Date(time.includes('T') ? time : `${time}T00:00`).getTime();
  if (streamerId !== null && event.streamer_id !== streamerId) return false;
  return (
    (from === null || event.created_at >= local(from)) &&
    (until === null || event.created_at < local(until))
  );
}

const two = (value: number) => String(value).padStart(2, '0');

/** The first day of the day, week or month of a time. */
function periodOf(at: number, unit: PeriodUnit): string {
  const date = new Date(at);
  date.setHours(12);
  if (unit === 'week') while (date.getDay() !== 1) date.setDate(date.getDate() - 1);
  if (unit === 'month') date.setDate(1);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

async function expectExact(db: Database, query: StatisticsQuery, now: number): Promise<void> {
  const events = (await db.events.toArray()).filter((event) => isIn(event, query));
  const source = await readStatistics(db, query, now);
  expect(source === null).toBe(events.length === 0);
  if (source === null) return;
  const { hours, range, largest } = source;

  const kinds = [...countByKind(hours)].flatMap(([id, counts]) =>
    Object.entries(counts).map(([kind, count]) => [`${id} ${kind}`, count] as const),
  );
  expect(Object.fromEntries(kinds)).toEqual(
    naive(events, ({ streamer_id, event_type }) => `${streamer_id} ${event_type}`),
  );
  for (const unit of ['day', 'week', 'month'] as const) {
    const periods = periodsOf(range, unit);
    const counted = countByPeriod(hours, periods).flatMap((counts, index) =>
      Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([family, count]) => [
          `${periodOf(periods[index]?.start ?? 0, unit)} ${family}`,
          count,
        ]),
    );
    expect(Object.fromEntries(counted)).toEqual(
      naive(events, (event) => `${periodOf(event.created_at, unit)} ${familyOf(event.event_type)}`),
    );
  }
  const week = countByWeekHour(hours).flatMap((day, weekday) =>
    day.flatMap((count, hour) => (count > 0 ? [[`${weekday} ${hour}`, count]] : [])),
  );
  expect(Object.fromEntries(week)).toEqual(
    naive(events, ({ created_at }) => {
      const date = new Date(created_at);
      return `${date.getDay()} ${date.getHours()}`;
    }),
  );
  const most = (of: (event: StoredEvent) => number) => Math.max(0, ...events.map(of));
  expect(Object.fromEntries(largest.map(({ name, size }) => [name, size]))).toEqual(
    Object.fromEntries(
      Object.entries({
        bits: most(({ detail }) => ('bits' in detail ? (detail.bits ?? 0) : 0)),
        gifts: most(({ detail }) =>
          'communityGiftId' in detail && 'total' in detail ? detail.total : 0,
        ),
        viewers: most(({ detail }) => ('viewers' in detail ? (detail.viewers ?? 0) : 0)),
        streak: most(({ detail }) => ('streams' in detail ? detail.streams : 0)),
      }).filter(([, size]) => size > 0),
    ),
  );
  for (const { event } of largest) expect(isIn(event, query)).toBe(true);
}

/** Deletes some events in the way of the product: with the index in one transaction. */
async function deleteSome(db: Database, random: Random): Promise<void> {
  const gone = (await db.events.toArray()).filter(() => random.chance(0.4));
  await db.transaction('rw', [db.events, ...indexTables(db)], async () => {
    await db.events.bulkDelete(gone.map(({ seq }) => seq));
    await forgetEvents(db, gone);
  });
}

describe('statistics of random logs', () => {
  it.each(SEEDS)('equal an independent count over all events (seed %i)', async (seed) => {
    const random = createRandom(seed);
    const [zone, change] = random.pick(ZONES);
    setTimeZone(zone);
    const db = freshDatabase();
    await recordEvents(db, randomEvents(random, change));
    await indexed(db, random.integer(1, 70));
    const now = change + 50 * DAY;

    const counters = (await countsByStreamer(db)).flatMap(({ streamerId, byType }) =>
      byType.map(({ type, count }) => [`${streamerId} ${type}`, count] as const),
    );
    expect(Object.fromEntries(counters)).toEqual(
      naive(
        await db.events.toArray(),
        ({ streamer_id, event_type }) => `${streamer_id} ${event_type}`,
      ),
    );
    await expectExact(db, randomQuery(random, change), now);
    await expectExact(db, { streamerId: null, from: null, until: null }, now);
    await deleteSome(db, random);
    await expectExact(db, randomQuery(random, change), now);
    await expectExact(db, { streamerId: null, from: null, until: null }, now);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { CHOICES, choiceOf, FILTER_CHOICES } from '@/lib/domain/filter/filter';
import { ALL_TIME, type Span } from '@/lib/domain/history/spans';
import { HOUR, MINUTE } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { longRows } from '@/tests/support/builders/long-rows';
import { randomLog } from '@/tests/support/builders/random-log';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { plainEvents, plainRows, type RawLog } from '@/tests/support/database/plain-filter';
import { START } from '@/tests/support/fakes/fake-clock';
import type { Database } from '../../database';
import { recordEvents } from '../../history/events';
import { groupFollows } from '../../history/group-follows';
import { advanceIndex } from '../../log-index/advance';
import { indexedUpTo } from '../../log-index/index-tables';
import { chipCounts } from '../chip-counts';
import { eventsOf } from '../log-events';
import { type LogStart, readLogRows } from '../log-rows';
import type { LogFilter } from './log-filter';
import { spansOfWeekHour } from './week-hour';

const timeout = 4 * MINUTE;
const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);
const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland'];
/** What is typed: names and words, whole and in parts, in several scripts. */
const TYPED = [
  'lantern',
  'LanternKeeper',
  'keeper',
  '@Lant',
  'l',
  'zoe',
  'UNICODE_ZOË',
  'viewer_3',
  '東京',
  '東京タワー',
  '東',
  'ワー',
  'タワーを見る',
  'مشا',
  'ไทย',
  'ไ',
  'hello',
  'hello lan',
  'lantern hel',
  'grusse aus',
  'koln',
  'pogchamp',
  'pogchamp pogchamp',
  'its la',
  'recipient_2',
  'Chess',
  'nothing like it',
  '👋',
  '<script>',
]; // prettier-ignore

async function randomDatabase(seed: number, random: Random): Promise<Database> {
  const db = freshDatabase();
  const minutes = random.pick([30, 300, 20_000]);
  const events = randomLog(seed, random.integer(5, 60), minutes)
    .concat(longRows(random, random.integer(0, 12), minutes))
    .toSorted((a, b) => a.created_at - b.created_at);
  // Some arrive late, so that arrival and time differ.
  const arrived = random.chance(0.5) ? events : random.shuffle(events);
  while (arrived.length > 0) await recordEvents(db, arrived.splice(0, random.integer(1, 30)));
  await groupFollows(db, START + 20_000 * HOUR);
  if (random.chance(0.7)) await indexed(db);
  else await advanceIndex(db, random.integer(1, 50));
  return db;
}

async function rawLog(db: Database): Promise<RawLog> {
  return { events: await db.events.toArray(), upTo: await indexedUpTo(db) };
}

function randomSpans(random: Random, { events }: RawLog): Span[] {
  const times = events.flatMap(({ created_at }) => [created_at, created_at + 1]);
  const edges = Array.from({ length: 2 * random.integer(1, 3) }, () => random.pick(times));
  const sorted = [...new Set(edges)].toSorted((a, b) => a - b);
  const spans: Span[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 2) {
    spans.push({ from: sorted[index] ?? 0, until: sorted[index + 1] ?? 0 });
  }
  return spans.toReversed();
}

/** Returns a filter that lists rows by their times. */
async function filterOfTimes(db: Database, log: RawLog, random: Random): Promise<LogFilter> {
  const filter = await randomFilter(db, log, random);
  const spans = filter.spans ?? randomSpans(random, log);
  return { ...filter, viewerId: null, search: '', spans };
}

async function randomFilter(db: Database, log: RawLog, random: Random): Promise<LogFilter> {
  // Mostly an hour in which something happened.
  const hour = START + random.integer(0, 7 * 24) * HOUR;
  const at = random.chance(0.7) ? random.pick(log.events).created_at : hour;
  const weekHour = { weekday: new Date(at).getDay(), hour: new Date(at).getHours() };
  const spans = [
    async () => null,
    async () => randomSpans(random, log),
    async () => await spansOfWeekHour(db, { weekHour, within: ALL_TIME }),
  ];
  const chosen = random.shuffle(CHOICES).slice(0, random.integer(1, 12));
  const kinds = new Set(chosen.flatMap((choice) => [...FILTER_CHOICES[choice]]));
  return {
    streamerId: random.chance(0.5) ? null : random.pick(['100', '101', '901', 'nobody']),
    viewerId: random.chance(0.6) ? null : random.pick(['7000', '7003', 'nobody']),
    kinds: random.chance(0.5) ? null : kinds,
    least: random.chance(0.6)
      ? {}
      : { bits: 250, viewers: 100, months: 50, gifts: random.integer(1, 4) },
    spans: random.chance(0.5) ? null : await random.pick(spans)(),
    search: random.chance(0.5) ? '' : random.pick(TYPED),
  };
}

/** Returns the ids of the rows of a filter, newest first, page by page. */
async function pagedRows(
  db: Database,
  filter: LogFilter,
  { direction, limit }: { direction: 'older' | 'newer'; limit: number },
): Promise<string[]> {
  const ids: string[] = [];
  const end = direction === 'older' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  let from: LogStart = { direction, place: { at: end, seq: 0 } };
  for (;;) {
    const page = await readLogRows(db, { ...filter, limit, from });
    const rows = page?.rows.map(({ id }) => id) ?? [];
    if (direction === 'older') ids.push(...rows);
    else ids.unshift(...rows);
    const rowId = direction === 'older' ? rows.at(-1) : rows.at(0);
    if (page?.hasMore !== true || rowId === undefined) return ids;
    from = { direction, rowId };
  }
}

async function idsOfEvents(db: Database, filter: LogFilter, size: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of eventsOf(db, filter, { size })) ids.push(...batch.map(({ id }) => id));
  return ids;
}

function plainCounts(log: RawLog, filter: LogFilter): Record<string, number | null> {
  const { streamerId, viewerId, spans, search } = filter;
  // Nothing counts these.
  if (search !== '' || (viewerId !== null && spans))
    return Object.fromEntries(CHOICES.map((choice) => [choice, null]));
  const events = plainEvents(log, { streamerId, viewerId, spans: spans ?? null });
  return Object.fromEntries(
    CHOICES.map((choice) => [
      choice,
      events.filter(({ event_type }) => choiceOf(event_type) === choice).length,
    ]),
  );
}

describe('what is read of a log equals what a plain filter finds in all of its records', () => {
  it.each(SEEDS)('with seed %i', { timeout }, async (seed) => {
    const random = createRandom(seed);
    vi.stubEnv('TZ', random.pick(ZONES));
    const db = await randomDatabase(seed, random);
    const log = await rawLog(db);
    for (let turn = 0; turn < 6; turn += 1) {
      const filter = await (turn % 2 === 0 ? randomFilter : filterOfTimes)(db, log, random);
      const what = JSON.stringify({ ...filter, kinds: [...(filter.kinds ?? [])] });
      const limit = random.integer(1, 20);
      const read = {
        what,
        rows: await pagedRows(db, filter, { direction: 'older', limit }),
        backwards: await pagedRows(db, filter, { direction: 'newer', limit }),
        events: await idsOfEvents(db, filter, random.integer(1, 50)),
        counts: await chipCounts(db, filter),
      };
      const rows = plainRows(log, filter);
      expect(read).toEqual({
        what,
        rows,
        backwards: rows,
        events: plainEvents(log, filter).map(({ id }) => id),
        counts: plainCounts(log, filter),
      });
    }
  });
});

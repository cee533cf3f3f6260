import { expect, it } from 'vitest';
import { FILTER_CHOICES } from '@/lib/domain/filter/filter';
import type { Gap } from '@/lib/domain/history/gap';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { HOUR, MINUTE } from '@/lib/time';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { indexed } from '@/tests/support/database/indexed';
import { START } from '@/tests/support/fakes/fake-clock';
import { until } from '@/tests/support/until';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import { watchQuery } from '../live';
import { advanceIndex } from '../log-index/advance';
import { type HistoryQuery, readHistory } from './history-page';
import { filterOfAddress } from './log/address-filter';

const WHOLE = { streamerId: '100', viewerId: null, moments: DEFAULT_MOMENTS, limit: 10 };
const hour = (number: number) => START + number * HOUR;

async function day(): Promise<Database> {
  const db = freshDatabase();
  const hours = Array.from({ length: 12 }, (_, number) => number);
  await recordEvents(
    db,
    hours.map((number) => aCheer({ id: `e${number}`, created_at: hour(number) })),
  );
  const gaps = [2, 5, 8].map((number): Gap => {
    const reason = 'disconnected';
    return { streamer_id: '100', reason, from: hour(number) + MINUTE, until: hour(number + 1) - 1 };
  });
  await recordGaps(db, gaps);
  return db;
}

async function shown(db: Database, query: Partial<HistoryQuery>) {
  const page = await readHistory(db, { ...WHOLE, ...query });
  return {
    rows: page?.rows.map(({ id }) => id),
    gaps: page?.gaps.map(({ from }) => (from - MINUTE - START) / HOUR),
  };
}

it('has the gaps of the time that is asked for, also one across its end', async () => {
  const db = await day();
  expect((await shown(db, {})).gaps).toEqual([8, 5, 2]);
  const spans = [{ from: hour(4), until: hour(8) + 30 * MINUTE }];
  expect(await shown(db, { spans })).toEqual({
    rows: ['e8', 'e7', 'e6', 'e5', 'e4'],
    gaps: [8, 5],
  });
  expect(await shown(db, { spans: [{ from: hour(4), until: hour(8) }] })).toEqual({
    rows: ['e7', 'e6', 'e5', 'e4'],
    gaps: [5],
  });
  const from = { rowId: 'e6', direction: 'older' } as const;
  expect(await shown(db, { spans, from })).toEqual({ rows: ['e5', 'e4'], gaps: [5] });
});

it('has no gaps where rows are hours apart, of several streamers, or of one viewer', async () => {
  const db = await day();
  const spans = [6, 4].map((number) => ({ from: hour(number), until: hour(number + 1) }));
  expect(await shown(db, { spans })).toEqual({ rows: ['e6', 'e4'], gaps: [] });
  expect((await shown(db, { streamerId: null })).gaps).toEqual([]);
  expect((await shown(db, { viewerId: '200' })).gaps).toEqual([]);
});

it('is what an address asks for', async () => {
  const db = await day();
  await recordEvents(db, [anEvent('raid_in', { viewers: 5 }, { created_at: hour(3), id: 'raid' })]);
  const iso = (at: number) => new Date(at).toISOString();
  const times = { from: iso(hour(1)), until: iso(hour(5)) };
  const address = { ...WHOLE_HISTORY, ...times, kinds: ['raids'] as const, least: { viewers: 2 } };
  const filter = await filterOfAddress(db, address);
  expect(filter).toEqual({
    streamerId: null,
    viewerId: null,
    kinds: new Set(FILTER_CHOICES.raids),
    least: { viewers: 2 },
    spans: [{ from: hour(1), until: hour(5) }],
    search: '',
  });
  expect((await shown(db, filter)).rows).toEqual(['raid']);
  const local = new Date(hour(4));
  const weekHour = { weekday: local.getDay(), hour: local.getHours() };
  const ofHour = await filterOfAddress(db, { ...WHOLE_HISTORY, weekHour });
  expect((await shown(db, ofHour)).rows).toEqual(['e4']);
  const whole = await filterOfAddress(db, WHOLE_HISTORY);
  expect([whole.kinds, whole.spans]).toEqual([null, null]);
});

it.each<[string, Partial<HistoryQuery>]>([
  ['kinds', { kinds: new Set(['cheer'] as const) }],
  ['kinds that the log did not have', { kinds: new Set(['raid_in'] as const) }],
  ['a time', { spans: [{ from: hour(0), until: hour(100) }] }],
  ['a name', { search: 'demo_vi' }],
  ['a word', { search: 'hello the' }],
])('follows what is recorded, with %s', async (_what, part) => {
  const db = freshDatabase();
  const pages: (readonly string[] | undefined)[] = [];
  const stop = watchQuery(
    () => readHistory(db, { ...WHOLE, ...part }),
    (page) => void pages.push(page?.rows.map(({ id }) => id)),
    () => pages.push(['failed']),
  );
  await until(() => expect(pages.at(-1)).toEqual([]));
  const isRaid = part.kinds?.has('raid_in') === true;
  const event = (number: number) => {
    const fields = { id: `e${number}`, created_at: hour(number) };
    if (isRaid) return anEvent('raid_in', { viewers: 1 }, fields);
    return anEvent('cheer', { bits: 1, message: 'hello there' }, fields);
  };
  await recordEvents(db, [event(1)]);
  await until(() => expect(pages.at(-1)).toEqual(['e1']));
  await advanceIndex(db, 10);
  await recordEvents(db, [event(2)]);
  await until(() => expect(pages.at(-1)).toEqual(['e2', 'e1']));
  await indexed(db);
  await recordEvents(db, [event(3)]);
  await until(() => expect(pages.at(-1)).toEqual(['e3', 'e2', 'e1']));
  stop();
});

import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { FILTER_CHOICES } from '@/lib/domain/filter/filter';
import type { Span } from '@/lib/domain/history/spans';
import { HOUR, MINUTE } from '@/lib/time';
import { aBomb, aCheer, aFollow, aGift, anEvent } from '@/tests/support/builders/events';
import { aPhase } from '@/tests/support/builders/long-rows';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { until } from '@/tests/support/until';
import type { Database } from '../../database';
import { recordEvents } from '../../history/events';
import { groupFollows } from '../../history/group-follows';
import { watchQuery } from '../../live';
import { type LogQuery, readLogRows } from '../log-rows';

const WHOLE = { streamerId: null, viewerId: null, limit: 10 };
const at = (minute: number) => START + minute * MINUTE;
const minutes = (from: number, to: number): Span => ({ from: at(from), until: at(to) });

async function logOf(...events: StreamEvent[]): Promise<Database> {
  const db = freshDatabase();
  for (const event of events) await recordEvents(db, [event]);
  return db;
}

async function listed(db: Database, query: Partial<LogQuery>): Promise<string[]> {
  const page = await readLogRows(db, { ...WHOLE, ...query });
  return page?.rows.map(({ id }) => id) ?? [];
}

const train = (phase: 'begin' | 'end', minute: number) =>
  anEvent(
    `hype_train_${phase}`,
    { trainId: 't', level: 2, total: 9, progress: 1, goal: 2, trainType: 'regular', top: [] },
    { id: `train-${phase}`, thread: 'hype_train:t', created_at: at(minute) },
  );
const prediction = (phase: 'begin' | 'lock' | 'end', minute: number) =>
  anEvent(
    `prediction_${phase}`,
    { predictionId: 'p', title: 'Win?', outcomes: [], status: null, winnerId: null },
    { id: `prediction-${phase}`, thread: 'prediction:p', created_at: at(minute) },
  );
const bomb = (minute: number) => aBomb('b', 3, { id: 'bomb', created_at: at(minute) });
const gift = (number: number, minute: number) =>
  aGift('b', number, { id: `gift-${number}`, created_at: at(minute) });
const poll = (phase: 'begin' | 'progress' | 'end', minute: number, name = 'poll') =>
  aPhase(name, phase, { id: `${name}-${phase}`, created_at: at(minute) });

it.each<[string, string, StreamEvent[]]>([
  ['late gifts', 'bomb', [bomb(4), gift(1, 4), gift(2, 6), gift(3, 9)]],
  ['the end of a poll', 'poll-begin', [poll('begin', 1), poll('progress', 3), poll('end', 6)]],
  [
    'the latest report of a progress',
    'x-progress',
    [poll('progress', 1, 'x'), poll('progress', 7, 'x')],
  ],
  ['the end of a hype train', 'train-begin', [train('begin', 2), train('end', 5)]],
  ['the lock of a prediction', 'prediction-begin', [prediction('begin', 0), prediction('lock', 9)]],
  ['the end of a prediction', 'prediction-begin', [prediction('begin', 0), prediction('end', 5)]],
  ['a gift that was known after a later one', 'gift-2', [gift(2, 12), gift(1, 8)]],
])('five minutes with only %s have its row', async (_what, row, events) => {
  const db = await logOf(aCheer({ created_at: at(3) }), ...events, aCheer({ created_at: at(11) }));
  expect(await listed(db, { spans: [minutes(5, 10)] })).toEqual([row]);
  expect(await listed(db, { spans: [minutes(5, 10)], streamerId: '100' })).toEqual([row]);
  expect(await listed(db, { spans: [minutes(5, 10)], streamerId: '101' })).toEqual([]);
}); // prettier-ignore

it('a follow is found where it happened, though its group begins elsewhere', async () => {
  const db = await logOf(aFollow(10, { id: 'first' }), aFollow(310, { id: 'second' }));
  await groupFollows(db, at(60));
  expect(await listed(db, {})).toEqual(['first']);
  expect(await listed(db, { spans: [minutes(5, 10)] })).toEqual(['first']);
});

it('kinds are those of the event that begins the row, and sizes those of the row', async () => {
  const db = await logOf(bomb(4), gift(1, 6), poll('begin', 2), poll('end', 7));
  const spans = [minutes(5, 10)];
  const kinds = (...names: (keyof typeof FILTER_CHOICES)[]) =>
    new Set(names.flatMap((name) => FILTER_CHOICES[name]));
  expect(await listed(db, { spans })).toEqual(['poll-begin', 'bomb']);
  expect(await listed(db, { spans, kinds: kinds('gifts') })).toEqual(['bomb']);
  expect(await listed(db, { spans, kinds: kinds('polls', 'gifts') })).toHaveLength(2);
  expect(await listed(db, { spans, kinds: kinds('cheers') })).toEqual([]);
  expect(await listed(db, { spans, kinds: new Set(['poll_end'] as const) })).toEqual([]);
  expect(await listed(db, { spans, least: { gifts: 3 } })).toContain('bomb');
  expect(await listed(db, { spans, least: { gifts: 4 } })).not.toContain('bomb');
});

it('of a longer time, only the first hour is looked at', async () => {
  const db = await logOf(poll('begin', 0), poll('end', 70), prediction('begin', 1));
  await recordEvents(db, [prediction('end', 69)]);
  const spans = [{ from: at(10), until: at(24 * 60) }];
  expect(await listed(db, { spans })).toEqual(['prediction-begin']);
  expect(await listed(db, { spans: [{ from: at(10), until: Number.POSITIVE_INFINITY }] })).toEqual([
    'prediction-begin',
  ]);
  expect(await listed(db, { spans: [{ from: Number.NEGATIVE_INFINITY, until: at(0) }] })).toEqual(
    [],
  );
});

/** Three rows are carried into five minutes that have three of their own, one at the first moment. */
async function crowdedTime(): Promise<Database> {
  const carried = ['p', 'q', 'r'].map((name) => poll('begin', 2, name));
  const own = [5, 7, 7].map((minute, index) =>
    aCheer({ id: `own-${index}`, created_at: at(minute) }),
  );
  const ends = ['q', 'p', 'r'].map((name, index) => poll('end', 6 + index, name));
  return await logOf(...carried, aCheer({ created_at: at(3) }), ...own, ...ends);
}

const CROWDED = ['own-2', 'own-1', 'own-0', 'r-begin', 'q-begin', 'p-begin'];

it.each([1, 2, 3, 4, 6])('is read on from every row, in pages of %i', async (limit) => {
  const db = await crowdedTime();
  const spans = [minutes(5, 10)];
  expect(await listed(db, { spans })).toEqual(CROWDED);
  for (const [index, rowId] of CROWDED.entries()) {
    const query = { ...WHOLE, spans, limit };
    const older = await readLogRows(db, { ...query, from: { rowId, direction: 'older' } });
    const below = CROWDED.slice(index + 1);
    expect(older?.rows.map(({ id }) => id)).toEqual(below.slice(0, limit));
    expect(older?.hasMore).toBe(below.length > limit);
    const newer = await readLogRows(db, { ...query, from: { rowId, direction: 'newer' } });
    const above = CROWDED.slice(0, index);
    expect(newer?.rows.map(({ id }) => id)).toEqual(above.slice(-limit));
    expect(newer?.hasMore).toBe(above.length > limit);
  }
});

it('a row of several times is listed once: where it begins, or else in the first one', async () => {
  const db = await logOf(poll('begin', 0, 'long'), poll('progress', 30, 'long'));
  await recordEvents(db, [poll('end', 90, 'long'), aCheer({ id: 'late', created_at: at(95) })]);
  await recordEvents(db, [aCheer({ id: 'early', created_at: at(33) })]);
  const both = [minutes(80, 100), minutes(20, 40)];
  expect(await listed(db, { spans: both })).toEqual(['late', 'early', 'long-begin']);
  const from = { rowId: 'long-begin', direction: 'newer' } as const;
  expect(await listed(db, { spans: both, from })).toEqual(['late', 'early']);
  expect(await listed(db, { spans: [minutes(80, 100), minutes(-5, 10)] })).toEqual([
    'late',
    'long-begin',
  ]);
  expect(await listed(db, { spans: [minutes(80, 100), minutes(10, 20)] })).toEqual([
    'late',
    'long-begin',
  ]);
});

it('is found where most events begin a row of their own', async () => {
  const events = Array.from({ length: 40 }, (_, index) =>
    aCheer({ id: `e${index}`, created_at: at(61) + index }),
  );
  const db = await logOf(poll('begin', 50), ...events, poll('end', 62));
  const rows = await listed(db, { spans: [minutes(60, 120)], limit: 100 });
  expect(rows).toHaveLength(41);
  expect(rows.at(-1)).toBe('poll-begin');
});

it('appears as soon as it has gone on into the time', async () => {
  const db = await logOf(poll('begin', 50));
  const spans = [{ from: at(60), until: at(60) + HOUR }];
  const pages: string[][] = [];
  const stop = watchQuery(
    // Dexie knows what is read only if this function is async itself.
    async () => await listed(db, { spans }),
    (rows) => void pages.push(rows),
    () => pages.push(['failed']),
  );
  await until(() => expect(pages.at(-1)).toEqual([]));
  await recordEvents(db, [poll('progress', 61)]);
  await until(() => expect(pages.at(-1)).toEqual(['poll-begin']));
  await recordEvents(db, [aCheer({ id: 'own', created_at: at(62) })]);
  await until(() => expect(pages.at(-1)).toEqual(['own', 'poll-begin']));
  stop();
});

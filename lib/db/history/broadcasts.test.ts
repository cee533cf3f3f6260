import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/domain/event/event';
import { offlineKey, onlineKey } from '@/lib/domain/event/natural-key';
import { HOUR, SECOND } from '@/lib/time';
import { anEvent } from '@/tests/support/builders/events';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { newestRows } from '../feed/rows';
import { recordEvents } from './events';

const START = Date.UTC(2026, 9, 1, 18);
/** An event two seconds before midnight UTC. */
const LATE = 6 * HOUR - 2 * SECOND;

function report(change: 'online' | 'offline', at: number, fields = {}): StreamEvent {
  const [key, kind] =
    change === 'online'
      ? [onlineKey('77'), 'stream_online' as const]
      : [offlineKey('77'), 'stream_offline' as const];
  const detail = { streamId: '77', startedAt: START };
  const id = `${change}-${at / SECOND}`;
  return anEvent(kind, detail, { id, natural_key: key, created_at: START + at, ...fields });
}

const online = (second: number) => report('online', second * SECOND);
const offline = (second: number) => report('offline', second * SECOND);
/** An end that backfill found. */
const foundEnd = (second: number) =>
  report('offline', second * SECOND, { id: offlineKey('77'), found_at: START + second * SECOND });

/** Records the batches and checks that the counters match the events after each. */
async function rowsAfter(...batches: StreamEvent[][]) {
  const db = freshDatabase();
  for (const batch of batches) {
    await recordEvents(db, batch);
    const events = await db.events.toArray();
    const counts = await db.counts.toArray();
    for (const isTotal of [true, false]) {
      const counted = counts.filter(({ period }) => (period === 'all') === isTotal);
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(events.length);
    }
  }
  const rows = await newestRows(db, { streamerIds: ['100'], limit: 10 });
  return rows.map(({ event }) => `${event.event_type} ${(event.created_at - START) / SECOND}`);
}

/** The same reports one by one, and in one batch. */
async function rowsBothWays(...events: StreamEvent[]): Promise<string[]> {
  const rows = await rowsAfter(...events.map((event) => [event]));
  expect(await rowsAfter(events)).toEqual(rows);
  return rows;
}

const LIVE = ['stream_online 0'];
const ENDED = (second: number) => [`stream_offline ${second}`, 'stream_online 0'];

it('withdraws the end of a broadcast that goes on', async () => {
  expect(await rowsBothWays(online(0), offline(100), online(110))).toEqual(LIVE);
});

it('tells the end of a flapping broadcast once, with the time of the last end', async () => {
  const reports = [online(0), offline(100), online(110), offline(160)];
  expect(await rowsBothWays(...reports)).toEqual(ENDED(160));
  expect(await rowsBothWays(online(0), offline(100), offline(160))).toEqual(ENDED(160));
});

it('tells the same whatever the order of the reports', async () => {
  const [first, end, again, lastEnd] = [online(0), offline(100), online(110), offline(160)];
  expect(await rowsBothWays(first, again, end)).toEqual(LIVE);
  expect(await rowsBothWays(first, again, lastEnd, end)).toEqual(ENDED(160));
  expect(await rowsBothWays(first, end, lastEnd, again)).toEqual(ENDED(160));
  expect(await rowsBothWays(first, lastEnd, end, again)).toEqual(ENDED(160));
});

it('brings no end back when an old message is repeated', async () => {
  const [first, end, again, lastEnd] = [online(0), offline(100), online(110), offline(160)];
  expect(await rowsBothWays(first, end, again, end)).toEqual(LIVE);
  expect(await rowsBothWays(first, end, again, end, first, again)).toEqual(LIVE);
  const all = [first, end, again, lastEnd];
  expect(await rowsBothWays(...all, end, again, first, lastEnd)).toEqual(ENDED(160));
});

it('withdraws an end although the begin was not recorded', async () => {
  const [end, again] = [offline(100), online(110)];
  expect(await rowsBothWays(end, again, end)).toEqual(['stream_online 110']);
});

it('counts an end on its new day when it moves past midnight', async () => {
  const [end, lastEnd] = [report('offline', LATE), report('offline', LATE + 5 * SECOND)];
  const begin = online(0);
  expect(await rowsBothWays(begin, end, lastEnd)).toHaveLength(2);
  const again = report('online', LATE + SECOND);
  expect(await rowsBothWays(begin, end, again, lastEnd)).toHaveLength(2);
});

it('keeps the row when a later end replaces the end', async () => {
  const db = freshDatabase();
  const [begin, end] = [online(0), offline(100)];
  await recordEvents(db, [begin, end]);
  await recordEvents(db, [offline(160)]);
  const [row] = await newestRows(db, { streamerIds: ['100'], limit: 10 });
  expect(row).toMatchObject({ id: end.id, changedAt: START + 160 * SECOND });
});

it('prefers the time that Twitch sent to the time of a backfilled end', async () => {
  expect(await rowsBothWays(online(0), offline(100), foundEnd(130))).toEqual(ENDED(100));
  expect(await rowsBothWays(online(0), foundEnd(100), offline(130))).toEqual(ENDED(130));
});

it('withdraws a backfilled end although the clock of this computer is ahead', async () => {
  expect(await rowsBothWays(online(0), foundEnd(130), online(110))).toEqual(LIVE);
});

import { describe, expect, it } from 'vitest';
import { broadcastsOf } from '@/lib/domain/history/broadcasts';
import { DAY, HOUR, MINUTE } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { countReads } from '@/tests/support/database/counted-reads';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { START } from '@/tests/support/fakes/fake-clock';
import { storeStreamer, updateChannel } from '../channels';
import type { Database } from '../database';
import { recordEvents } from '../history/events';
import { recordGaps } from '../history/gaps';
import {
  type BroadcastQuery,
  findBroadcast,
  loggedSince,
  readBroadcasts,
  streamerOfBroadcast,
} from './broadcasts';

const timeout = 2 * MINUTE;
const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);
const STREAMERS = ['100', '101'];

const streamer = (id: string) => ({ id, login: `name_${id}`, name: `Name_${id}`, avatarUrl: '' });

/** Returns the reports of a broadcast, of which some are missing. */
function reportsOf(random: Random, streamerId: string, day: number) {
  const startedAt = START + day * DAY + random.integer(0, 600) * MINUTE;
  const endedAt = startedAt + random.integer(1, 600) * MINUTE;
  const streamId = `${streamerId}${day}`;
  const fields = { streamer_id: streamerId, streamer_name: `Name_${streamerId}` };
  const isStartHeard = random.chance(0.8);
  return [
    ...(isStartHeard
      ? [
          anEvent(
            'stream_online',
            { streamId, startedAt },
            { ...fields, created_at: startedAt, natural_key: `online:${streamId}` },
          ),
        ]
      : []),
    ...(random.chance(isStartHeard ? 0.8 : 1)
      ? [
          anEvent(
            'stream_offline',
            { streamId, startedAt: random.chance(0.5) ? startedAt : null },
            { ...fields, created_at: endedAt, natural_key: `offline:${streamId}` },
          ),
        ]
      : []),
  ];
}

/** A log of some weeks, with what Twitch recorded in the last days of it. */
async function randomBroadcasts(random: Random): Promise<Database> {
  const db = freshDatabase();
  const days = random.integer(1, 30);
  for (const id of STREAMERS) {
    await storeStreamer(db, streamer(id));
    const reports = Array.from({ length: days }, (_, day) => reportsOf(random, id, day)).flat();
    await recordEvents(db, reports);
    const startedAt = START + days * DAY;
    const recordings = [{ id: '5', startedAt, endsAt: startedAt + HOUR }];
    if (random.chance(0.5)) await updateChannel(db, id, { recordings });
  }
  return db;
}

/** Makes the broadcasts of the raw tables, the newest first. */
async function everyBroadcast(db: Database, { streamerIds, from, until }: BroadcastQuery) {
  const events = await db.events.toArray();
  const all = await Promise.all(
    streamerIds.map(async (streamerId) => {
      const own = events.filter(({ streamer_id }) => streamer_id === streamerId);
      return broadcastsOf({
        streamerId,
        starts: own.filter((event) => event.event_type === 'stream_online'),
        ends: own.filter((event) => event.event_type === 'stream_offline'),
        recordings: (await db.channels.get(streamerId))?.recordings ?? [],
        live: null,
        since: own.length === 0 ? null : Math.min(...own.map(({ created_at }) => created_at)),
      });
    }),
  );
  return all
    .flat()
    .filter((each) => each.from >= (from ?? 0) && each.from < (until ?? Infinity))
    .toSorted((a, b) => b.from - a.from || (a.id < b.id ? 1 : -1));
}

describe('the pages of the broadcasts', () => {
  it.each([[SEEDS]])(
    'have what the raw tables have, whatever is missing',
    async (seeds) => {
      for (const seed of seeds) {
        const random = createRandom(seed);
        const db = await randomBroadcasts(random);
        const day = () => (random.chance(0.5) ? null : START + random.integer(0, 30) * DAY);
        const query = {
          streamerIds: random.chance(0.5) ? STREAMERS : ['101'],
          from: day(),
          until: day(),
          limit: random.integer(1, 40),
        };
        const all = await everyBroadcast(db, query);
        const page = await readBroadcasts(db, query);
        const ids = (broadcasts: readonly { id: string }[]) => broadcasts.map(({ id }) => id);
        expect(ids(page.broadcasts), `seed ${seed}`).toEqual(ids(all).slice(0, query.limit));
        expect(page.hasMore || all.length <= query.limit, `seed ${seed}`).toBe(true);
        const [first] = page.broadcasts;
        if (first === undefined) continue;
        const found = await findBroadcast(db, first.streamerId, first.names.at(-1) ?? '');
        expect(found?.broadcast.id).toBe(first.id);
      }
    },
    timeout,
  );

  it('cost the same however many broadcasts there are', async () => {
    const counted = countReads();
    const readsOf = async (count: number) => {
      const db = freshDatabase();
      const reports = Array.from({ length: count }, (_, day) => {
        const [startedAt, streamId] = [START + day * DAY, `s${day}`];
        return [
          anEvent('stream_online', { streamId, startedAt }, { created_at: startedAt }),
          anEvent('stream_offline', { streamId, startedAt }, { created_at: startedAt + HOUR }),
        ];
      }).flat();
      await recordEvents(db, reports);
      const query = { streamerIds: ['100'], from: null, until: null, limit: 20 };
      const before = counted.reads;
      const { broadcasts, hasMore } = await readBroadcasts(db, query);
      expect([broadcasts.length, hasMore]).toEqual([20, true]);
      return counted.reads - before;
    };
    const few = await readsOf(50);
    expect(few).toBeLessThan(60);
    expect(await readsOf(400)).toBeLessThanOrEqual(few * 2);
  });
});

describe('the broadcast of an address', () => {
  it('is found by any of its names, with those around it', async () => {
    const db = freshDatabase();
    await recordEvents(db, [
      anEvent('stream_online', { streamId: 's1', startedAt: START }, { id: 'first' }),
      anEvent(
        'stream_online',
        { streamId: 's2', startedAt: START + DAY },
        { id: 'second', created_at: START + DAY },
      ),
    ]);
    expect(await streamerOfBroadcast(db, 'first')).toBe('100');
    expect(await streamerOfBroadcast(db, 'live:901:7')).toBe('901');
    expect(await streamerOfBroadcast(db, 'nothing')).toBeNull();
    const found = await findBroadcast(db, '100', 'first');
    expect([found?.broadcast.id, found?.before, found?.after?.id]).toEqual([
      'first',
      null,
      'second',
    ]);
    expect(await findBroadcast(db, '100', 'nothing')).toBeNull();
  });
});

it('the log knows a streamer since the first event or the first gap', async () => {
  const db = freshDatabase();
  expect(await loggedSince(db, '100')).toBeNull();
  await recordEvents(db, [aCheer({ created_at: START, found_at: START + HOUR })]);
  expect(await loggedSince(db, '100')).toBe(START + HOUR);
  const times = { from: START - HOUR, until: START };
  await recordGaps(db, [{ streamer_id: '100', reason: 'not_running', ...times }]);
  expect(await loggedSince(db, '100')).toBe(START - HOUR);
});

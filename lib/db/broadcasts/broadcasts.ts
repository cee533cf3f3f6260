import Dexie from 'dexie';
import { type Broadcast, broadcastsOf, streamerInName } from '@/lib/domain/history/broadcasts';
import type { StoredEvent } from '@/lib/domain/row/row';
import { DAY } from '@/lib/time';
import type { Database } from '../database';

/** The broadcasts to read: those that began in a time. */
export interface BroadcastQuery {
  streamerIds: readonly string[];
  /** Milliseconds since 1970; `null` for no bound. */
  from: number | null;
  until: number | null;
  /** Maximum number of broadcasts. */
  limit: number;
}

/** Some broadcasts, the newest first. */
export interface BroadcastPage {
  broadcasts: Broadcast[];
  /** True if there are older ones. */
  hasMore: boolean;
}

/** Longer than any broadcast: Twitch ends them after 48 hours. */
const MAX_LENGTH_MS = 3 * DAY;

/**
 * Reads the newest broadcasts that began in a time, over an index. Opens no transaction, so that it
 * works in a live query.
 */
export async function readBroadcasts(db: Database, query: BroadcastQuery): Promise<BroadcastPage> {
  const pages = await Promise.all(query.streamerIds.map((id) => pageOf(db, id, query)));
  const all = pages
    .flatMap(({ broadcasts }) => broadcasts)
    .toSorted((a, b) => b.from - a.from || (a.id < b.id ? 1 : -1));
  return {
    broadcasts: all.slice(0, query.limit),
    hasMore: all.length > query.limit || pages.some(({ hasMore }) => hasMore),
  };
}

/**
 * Returns the id of the streamer of the broadcast that an address names; `null` if nothing of it is left.
 */
export async function streamerOfBroadcast(db: Database, name: string): Promise<string | null> {
  const named = streamerInName(name);
  if (named !== null) return named;
  return (await db.events.where('id').equals(name).first())?.streamer_id ?? null;
}

/** A broadcast, and those of the streamer before and after it; `null` if there is none. */
export interface FoundBroadcast {
  broadcast: Broadcast;
  before: Broadcast | null;
  after: Broadcast | null;
}

/** Returns the broadcast of a streamer that an address names; `null` if nothing of it is left. */
export async function findBroadcast(
  db: Database,
  streamerId: string,
  name: string,
): Promise<FoundBroadcast | null> {
  const query = { from: null, until: null, limit: Number.POSITIVE_INFINITY };
  const { broadcasts } = await pageOf(db, streamerId, query);
  const index = broadcasts.findIndex(({ names }) => names.includes(name));
  const broadcast = broadcasts[index];
  if (broadcast === undefined) return null;
  return {
    broadcast,
    before: broadcasts[index + 1] ?? null,
    after: broadcasts[index - 1] ?? null,
  };
}

type Bounds = Pick<BroadcastQuery, 'from' | 'until' | 'limit'>;

/** Returns at least `limit` of the broadcasts of one streamer, the newest first, if there are so many. */
async function pageOf(db: Database, streamerId: string, bounds: Bounds): Promise<BroadcastPage> {
  const { from, until, limit } = bounds;
  // One more shows whether there are more, and of the oldest, only the end may be read.
  for (let size = limit + 2; ; size *= 2) {
    const { broadcasts, completeSince } = await readAll(db, streamerId, { ...bounds, limit: size });
    const found = broadcasts.filter(
      (broadcast) =>
        broadcast.from >= Math.max(completeSince, from ?? completeSince) &&
        (until === null || broadcast.from < until),
    );
    const isAll = completeSince <= (from ?? Number.NEGATIVE_INFINITY);
    if (isAll || found.length > limit) return { broadcasts: found.toReversed(), hasMore: !isAll };
  }
}

/**
 * Reads at most so many starts and ends, and makes broadcasts of them: the oldest first. All that began
 * at `completeSince` or later are among them.
 */
async function readAll(
  db: Database,
  streamerId: string,
  bounds: Bounds,
): Promise<{ broadcasts: Broadcast[]; completeSince: number }> {
  const [starts, ends, channel, since] = await Promise.all([
    reportsOf(db, [streamerId, 'stream_online'], bounds),
    reportsOf(db, [streamerId, 'stream_offline'], bounds),
    db.channels.get(streamerId),
    loggedSince(db, streamerId),
  ]);
  const broadcasts = broadcastsOf({
    streamerId,
    starts: starts.events.filter((event) => event.event_type === 'stream_online'),
    ends: ends.events.filter((event) => event.event_type === 'stream_offline'),
    recordings: channel?.recordings ?? [],
    live: channel?.live ?? null,
    since,
  });
  return { broadcasts, completeSince: Math.max(starts.completeSince, ends.completeSince) };
}

async function reportsOf(
  db: Database,
  key: [streamerId: string, kind: 'stream_online' | 'stream_offline'],
  { from, until, limit }: Bounds,
): Promise<{ events: StoredEvent[]; completeSince: number }> {
  // An end belongs to a start before it, and a start that is found later is reported late.
  const begin = from === null ? Dexie.minKey : from - MAX_LENGTH_MS;
  const end = until === null ? Dexie.maxKey : until + MAX_LENGTH_MS;
  const range = db.events
    .where('[streamer_id+event_type+row_at]')
    .between([...key, begin], [...key, end])
    .reverse();
  const events = await (Number.isFinite(limit) ? range.limit(limit) : range).toArray();
  const oldest = events.length < limit ? undefined : events.at(-1)?.row_at;
  return { events, completeSince: oldest ?? Number.NEGATIVE_INFINITY };
}

/**
 * Returns since when the log knows a streamer, in milliseconds since 1970: since the first event or the
 * first gap; `null` if there is none.
 */
export async function loggedSince(db: Database, streamerId: string): Promise<number | null> {
  const [event, gap] = await Promise.all([
    db.events
      .where('[streamer_id+row_at]')
      .between([streamerId, Dexie.minKey], [streamerId, Dexie.maxKey])
      .first(),
    db.gaps.where('ends').between([streamerId, Dexie.minKey], [streamerId, Dexie.maxKey]).first(),
  ]);
  const times = [event && (event.found_at ?? event.created_at), gap?.from];
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

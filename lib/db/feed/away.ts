import { passes } from '@/lib/domain/filter/filter-rule';
import { isSeen, type Seen } from '@/lib/domain/history/seen';
import type { FeedRow, StoredEvent } from '@/lib/domain/row/row';
import { AWAY_ROWS, type Away, MAX_AWAY_ROWS } from '@/lib/domain/view/away';
import { biggestOf, countAway, startOfBroadcast } from '@/lib/domain/view/sum-up-away';
import { MINUTE } from '@/lib/time';
import { channelOf } from '../channels';
import type { Database } from '../database';
import { newestGaps } from '../history/newest-gaps';
import { newestSeq } from '../history/newest-seq';
import { contextsOf, type FeedQuery } from './feed';
import { anchorReader } from './row-anchors';
import { rowOf } from './rows';

/** The list to sum up. */
export interface AwayQuery extends Pick<FeedQuery, 'streamerIds' | 'filterOf' | 'moments'> {
  seen: Seen;
  /** Milliseconds since 1970. */
  now: number;
}

/** Who comes back earlier sees what is new in the list. */
const AWAY_MS = 30 * MINUTE;
/** So many rows are read at once. */
const BATCH = 50;
const MAX_GAPS = 3;

/**
 * Sums up the rows above the newest one that the user has seen. Returns `null` if there are too few,
 * or if the oldest of them is not old enough for the user to have been away. Reads at most
 * {@link MAX_AWAY_ROWS} rows. Throws what IndexedDB throws.
 */
export async function readAway(db: Database, query: AwayQuery): Promise<Away | null> {
  const { streamerIds, moments } = query;
  const newest = await newestSeq(db);
  const { rows, hasMore } = await rowsAboveSeen(db, query);
  const since = rows.at(-1)?.event.created_at;
  if (rows.length < AWAY_ROWS || since === undefined || since > query.now - AWAY_MS) return null;
  const contexts = await contextsOf(db, streamerIds, moments);
  return {
    since,
    rows: rows.length,
    hasMore,
    counts: countAway(rows),
    biggest: biggestOf(rows, (id) => contexts.get(id)),
    ...(await whereabouts(db, streamerIds, since)),
    newestSeq: newest,
  };
}

/** Returns the newest rows that pass the filter, down to the first one that was seen. */
async function rowsAboveSeen(
  db: Database,
  { seen, ...query }: AwayQuery,
): Promise<{ rows: FeedRow[]; hasMore: boolean }> {
  const { filterOf } = query;
  const readAnchors = anchorReader(db, query);
  const rows: FeedRow[] = [];
  while (rows.length <= MAX_AWAY_ROWS) {
    const anchors = await readAnchors(BATCH);
    const unseen = whileUnseen(anchors, seen);
    const built = await Promise.all(unseen.map((anchor) => rowOf(db, anchor)));
    rows.push(...built.filter((row) => passes(row, filterOf(row.event.streamer_id))));
    if (unseen.length < BATCH) break;
  }
  return { rows: rows.slice(0, MAX_AWAY_ROWS), hasMore: rows.length > MAX_AWAY_ROWS };
}

function whileUnseen(anchors: readonly StoredEvent[], seen: Seen): readonly StoredEvent[] {
  const end = anchors.findIndex((anchor) => isSeen(seen, anchor));
  return end === -1 ? anchors : anchors.slice(0, end);
}

/** Returns what is true of one streamer only: its gaps, and where its broadcast can be watched. */
async function whereabouts(
  db: Database,
  [streamerId, ...others]: readonly string[],
  since: number,
): Promise<Pick<Away, 'gaps' | 'start'>> {
  if (streamerId === undefined || others.length > 0) return { gaps: [], start: null };
  const [gaps, channel] = await Promise.all([
    newestGaps(db, { streamerId, endedAfter: since, limit: MAX_GAPS }),
    channelOf(db, streamerId),
  ]);
  return { gaps, start: channel === null ? null : startOfBroadcast(channel, since) };
}

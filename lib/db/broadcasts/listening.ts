import { broadcastTimes } from '@/lib/domain/history/broadcast-times';
import { listenedShare } from '@/lib/domain/history/listened';
import { heardUntil } from '../attendance';
import type { Database } from '../database';
import { gapsDuring } from '../history/gaps-during';
import { type BroadcastQuery, loggedSince, readBroadcasts } from './broadcasts';

/** How much of some broadcasts was listened to. */
export interface Listening {
  /** The number of those of which it is known. */
  broadcasts: number;
  /** From 0 to 1; `null` if nothing is known. */
  share: number | null;
}

/**
 * Reads how much of the broadcasts that began in a time was listened to. Reads all of their starts and
 * ends, and the gaps of the time. Works in a live query.
 */
export async function readListening(
  db: Database,
  query: Omit<BroadcastQuery, 'limit'>,
  now: number,
): Promise<Listening> {
  const listened = await Promise.all(
    query.streamerIds.map((streamerId) => listenedTo(db, streamerId, query, now)),
  );
  const known = listened.flat();
  return { broadcasts: known.length, share: listenedShare(known) };
}

async function listenedTo(
  db: Database,
  streamerId: string,
  { from, until }: Omit<BroadcastQuery, 'limit'>,
  now: number,
) {
  const query = { streamerIds: [streamerId], from, until, limit: Number.POSITIVE_INFINITY };
  const [{ broadcasts }, gaps, since, heardAt] = await Promise.all([
    readBroadcasts(db, query),
    gapsDuring(db, streamerId, { from: from ?? 0, until: now }),
    loggedSince(db, streamerId),
    heardUntil(db, streamerId),
  ]);
  let first = 0;
  // The newest broadcast comes first. Gaps are in order, so those before one are before all later ones.
  return broadcasts.toReversed().flatMap((broadcast) => {
    while ((gaps[first]?.until ?? Number.POSITIVE_INFINITY) <= broadcast.from) first += 1;
    const end = broadcast.until ?? broadcast.nextFrom ?? now;
    const last = gaps.findIndex((gap, index) => index >= first && gap.from >= end);
    const during = gaps.slice(first, last === -1 ? gaps.length : last);
    return broadcastTimes(broadcast, { gaps: during, since, heardAt }, now).listened ?? [];
  });
}

import Dexie from 'dexie';
import type { Gap } from '@/lib/domain/gap';
import { MINUTE } from '@/lib/time';
import type { Database, GapRecord } from './database';

/** Gaps that are less than this apart, with nothing heard in between, are one: a connection flaps. */
const APART_MS = MINUTE;

/**
 * Stores that nobody listened for a while, and in the same transaction that the streamer is heard
 * again: a worker that is killed before finds the whole pause once more, one that is killed after
 * finds none. What would overlap an earlier gap, or takes no time, is left out.
 */
export async function recordGap(db: Database, { from, ...gap }: Gap): Promise<void> {
  const { streamer_id, until } = gap;
  await db.transaction('rw', db.gaps, db.channels, db.events, async () => {
    const last = (await newestGaps(db, streamer_id, 0, 1))[0];
    const begin = Math.max(from, last?.until ?? 0);
    if (begin < until) await addGap(db, { ...gap, from: begin }, last);
    await db.channels
      .where('id')
      .equals(streamer_id)
      .modify((channel) => {
        channel.heard_at = until;
        channel.missed_since ??= from;
        delete channel.paused_for;
      });
  });
}

async function addGap(db: Database, gap: Gap, last: GapRecord | undefined): Promise<void> {
  if (last === undefined || !(await isSameGap(db, last, gap))) return void (await db.gaps.add(gap));
  const isLonger = gap.until - gap.from > last.until - last.from;
  await db.gaps.put({ ...last, until: gap.until, reason: isLonger ? gap.reason : last.reason });
}

async function isSameGap(db: Database, last: GapRecord, gap: Gap): Promise<boolean> {
  if (gap.from - last.until >= APART_MS) return false;
  const heard = await db.events
    .where('created_at')
    .between(last.until, gap.from, false, true)
    .filter((event) => event.streamer_id === gap.streamer_id && event.found_at === undefined)
    .first();
  return heard === undefined;
}

/** The newest gaps of a streamer that ended after `since`, newest first, `limit` at most. */
export async function newestGaps(
  db: Database,
  streamerId: string,
  since: number,
  limit: number,
): Promise<GapRecord[]> {
  return await db.gaps
    .where('[streamer_id+until]')
    .between([streamerId, since], [streamerId, Dexie.maxKey], false)
    .reverse()
    .limit(limit)
    .toArray();
}

import Dexie from 'dexie';
import type { Gap } from '@/lib/domain/gap';
import { MINUTE } from '@/lib/time';
import type { Database, GapRecord } from './database';

/** Gaps that are less than this apart, with nothing heard in between, are one: a connection flaps. */
const APART_MS = MINUTE;

/**
 * Stores that nobody listened for a while, and in the same transaction that the streamer is heard
 * again: a worker that is killed before finds the whole pause once more, one that is killed after
 * finds none. What would overlap another gap, or takes no time, is left out.
 */
export async function recordGap(db: Database, gap: Gap): Promise<void> {
  const { streamer_id, until } = gap;
  await db.transaction('rw', db.gaps, db.channels, db.events, async () => {
    const from = await beginOf(db, gap);
    await addGap(db, { ...gap, from });
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

/**
 * Where a pause begins. If the clock was set back meanwhile, what it said before is of no use: then
 * the newest row that was heard is the last that is certain, by Twitch's own time.
 */
async function beginOf(db: Database, { streamer_id, from, until }: Gap): Promise<number> {
  if (from < until) return from;
  const newest = await db.events
    .where('[streamer_id+row_at]')
    .between([streamer_id, Dexie.minKey], [streamer_id, until])
    .reverse()
    .filter(({ found_at }) => found_at === undefined)
    .first();
  return newest?.created_at ?? until;
}

async function addGap(db: Database, gap: Gap): Promise<void> {
  const { streamer_id, until } = gap;
  const ended = (begin: unknown, end: unknown) =>
    db.gaps.where('[streamer_id+until]').between([streamer_id, begin], [streamer_id, end]);
  const before = await ended(Dexie.minKey, until + 1).last();
  // Only where the clock was set back can there be one that ends later.
  const after = await ended(until + 1, Dexie.maxKey).first();
  const begin = Math.max(gap.from, before?.until ?? gap.from);
  const end = Math.min(until, after?.from ?? until);
  if (begin < end) await addOrGrow(db, { ...gap, from: begin, until: end }, before);
}

async function addOrGrow(db: Database, gap: Gap, last: GapRecord | undefined): Promise<void> {
  if (last === undefined || !(await isSameGap(db, last, gap))) return void (await db.gaps.add(gap));
  const isLonger = gap.until - gap.from > last.until - last.from;
  await db.gaps.put({ ...last, until: gap.until, reason: isLonger ? gap.reason : last.reason });
}

async function isSameGap(db: Database, last: GapRecord, gap: Gap): Promise<boolean> {
  if (gap.from - last.until >= APART_MS) return false;
  const heard = await db.events
    .where('created_at')
    // Of the last moments before a gap something may have been heard.
    .between(last.until, gap.until, false, true)
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

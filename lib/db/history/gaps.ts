import Dexie from 'dexie';
import type { Gap } from '@/lib/domain/history/gap';
import { MINUTE } from '@/lib/time';
import type { Database, GapRecord } from '../database';

/** Gaps that are less than this apart, with nothing heard in between, are one: a connection flaps. */
const APART_MS = MINUTE;

/**
 * Stores that nobody listened for a while, and in the same transaction that the streamer is heard
 * again: a worker that is killed before finds the whole pause once more, one that is killed after
 * finds none. What would overlap another gap, or takes no time, is left out.
 */
export async function recordGap(db: Database, pause: Gap): Promise<void> {
  await db.transaction('rw', db.gaps, db.channels, db.events, async () => {
    const gap = pause.from < pause.until ? pause : await withoutClock(db, pause);
    await addGap(db, gap);
    await db.channels
      .where('id')
      .equals(pause.streamer_id)
      .modify((channel) => {
        channel.heard_at = pause.until;
        channel.missed_since ??= gap.from;
        delete channel.paused_for;
      });
  });
}

/**
 * A pause in which the clock was set back, told by what is certain: it came after the newest row that
 * was heard, which bears Twitch's own time.
 */
async function withoutClock(db: Database, pause: Gap): Promise<Gap> {
  const newest = await db.events
    .where('[streamer_id+row_at]')
    .between([pause.streamer_id, Dexie.minKey], [pause.streamer_id, Dexie.maxKey])
    .reverse()
    .filter(({ found_at }) => found_at === undefined)
    .first();
  const from = newest?.created_at;
  return from === undefined ? pause : { ...pause, from, until: Math.max(pause.until, from + 1) };
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

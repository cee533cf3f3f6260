import Dexie from 'dexie';
import type { Gap } from '@/lib/domain/history/gap';
import { MINUTE } from '@/lib/time';
import type { Database, GapRecord } from '../database';

/**
 * Gaps that are closer than this become one if no event was received between them, so that an
 * unstable connection does not leave many gaps.
 */
const MIN_DISTANCE_MS = MINUTE;

/**
 * Stores a gap, and in the same transaction that the extension listens to the streamer again. So if
 * the worker is killed before, the next one finds the whole gap again, and if it is killed after,
 * none. A part that overlaps another gap is left out, and so is a gap that takes no time. See
 * docs/adr/0009-gaps-and-backfill.md.
 */
export async function recordGap(db: Database, measured: Gap): Promise<void> {
  await db.transaction('rw', db.gaps, db.channels, db.events, async () => {
    const gap = measured.from < measured.until ? measured : await withoutClock(db, measured);
    await addGap(db, gap);
    await db.channels
      .where('id')
      .equals(measured.streamer_id)
      .modify((channel) => {
        channel.heard_at = measured.until;
        channel.missed_since ??= gap.from;
        delete channel.paused_for;
      });
  });
}

/**
 * Corrects a gap in which the clock was set back. It certainly began after the newest row that was
 * received live, which has Twitch's own time.
 */
async function withoutClock(db: Database, gap: Gap): Promise<Gap> {
  const newest = await db.events
    .where('[streamer_id+row_at]')
    .between([gap.streamer_id, Dexie.minKey], [gap.streamer_id, Dexie.maxKey])
    .reverse()
    .filter(({ found_at }) => found_at === undefined)
    .first();
  const from = newest?.created_at;
  return from === undefined ? gap : { ...gap, from, until: Math.max(gap.until, from + 1) };
}

async function addGap(db: Database, gap: Gap): Promise<void> {
  const { streamer_id, until } = gap;
  const endedBetween = (begin: unknown, end: unknown) =>
    db.gaps.where('[streamer_id+until]').between([streamer_id, begin], [streamer_id, end]);
  const before = await endedBetween(Dexie.minKey, until + 1).last();
  // A later gap can exist only if the clock was set back.
  const after = await endedBetween(until + 1, Dexie.maxKey).first();
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
  if (gap.from - last.until >= MIN_DISTANCE_MS) return false;
  const received = await db.events
    .where('created_at')
    // Events of the last moments before a gap may have been received.
    .between(last.until, gap.until, false, true)
    .filter((event) => event.streamer_id === gap.streamer_id && event.found_at === undefined)
    .first();
  return received === undefined;
}

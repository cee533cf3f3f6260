import Dexie, { type InsertType } from 'dexie';
import type { Gap } from '@/lib/domain/history/gap';
import { MINUTE } from '@/lib/time';
import type { Database, GapRecord } from '../database';
import { gapOf } from './newest-gaps';

/**
 * Gaps that are closer than this become one if no event was received between them, so that an
 * unstable connection does not leave many gaps.
 */
const MIN_DISTANCE_MS = MINUTE;

/**
 * Stores gaps in one transaction. Gaps of several streamers that began at the same time for the
 * same reason share a record, also if they are stored one after another. A part that overlaps
 * another gap of the streamer is left out, and so is a gap that takes no time. Returns the gaps,
 * corrected if the clock was set back. See docs/adr/0015-one-record-for-a-pause.md.
 */
export async function recordGaps(db: Database, measured: readonly Gap[]): Promise<Gap[]> {
  return await db.transaction('rw', db.gaps, db.events, async () => {
    const gaps = await Promise.all(
      measured.map(async (gap) => (gap.from < gap.until ? gap : await withoutClock(db, gap))),
    );
    for (const round of roundsOf(gaps)) await recordRound(db, round);
    return gaps;
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

/** Divides gaps so that each round has at most one of a streamer, and the earlier ones first. */
function roundsOf(gaps: readonly Gap[]): Gap[][] {
  const rounds: Gap[][] = [];
  for (const streamers of Map.groupBy(gaps, ({ streamer_id }) => streamer_id).values()) {
    for (const [index, gap] of streamers.entries()) (rounds[index] ??= []).push(gap);
  }
  return rounds;
}

/** The part of a gap that is to be stored, and the gap of the same streamer before it. */
interface PlacedGap {
  gap: Gap;
  before: Gap | null;
}

async function recordRound(db: Database, round: readonly Gap[]): Promise<void> {
  const places = await Promise.all(round.map((gap) => placeOf(db, gap)));
  const placed = places.filter((place) => place !== null);
  const isSame = await sameGapTest(db, placed);
  await putGaps(
    db,
    placed.map(({ gap, before }) => (isSame(gap) && before !== null ? grown(gap, before) : gap)),
  );
}

async function placeOf(db: Database, gap: Gap): Promise<PlacedGap | null> {
  const { streamer_id, until } = gap;
  const endedBetween = (begin: unknown, end: unknown) =>
    db.gaps.where('ends').between([streamer_id, begin], [streamer_id, end]);
  const last = asGap(await endedBetween(Dexie.minKey, Dexie.maxKey).last(), streamer_id);
  if (last === null || last.until <= until) return cutOut(gap, last, null);
  // A later gap can exist only if the clock was set back.
  const before = asGap(await endedBetween(Dexie.minKey, until + 1).last(), streamer_id);
  const after = asGap(await endedBetween(until + 1, Dexie.maxKey).first(), streamer_id);
  return cutOut(gap, before, after);
}

function asGap(record: GapRecord | undefined, streamerId: string): Gap | null {
  return record === undefined ? null : gapOf(record, streamerId);
}

function cutOut(gap: Gap, before: Gap | null, after: Gap | null): PlacedGap | null {
  const from = Math.max(gap.from, before?.until ?? gap.from);
  const until = Math.min(gap.until, after?.from ?? gap.until);
  return from < until ? { gap: { ...gap, from, until }, before } : null;
}

function grown(gap: Gap, before: Gap): Gap {
  const isLonger = gap.until - gap.from > before.until - before.from;
  return { ...gap, from: before.from, reason: isLonger ? gap.reason : before.reason };
}

/**
 * Returns a function that returns true if a gap continues the one before it. The events between
 * are read once for all of them.
 */
async function sameGapTest(
  db: Database,
  placed: readonly PlacedGap[],
): Promise<(gap: Gap) => boolean> {
  const near = placed.flatMap(({ gap, before }) =>
    before !== null && gap.from - before.until < MIN_DISTANCE_MS
      ? [{ id: gap.streamer_id, after: before.until, until: gap.until }]
      : [],
  );
  if (near.length === 0) return () => false;
  const spans = new Map(near.map((span) => [span.id, span]));
  const interrupted = new Set<string>();
  await db.events
    .where('created_at')
    // Events of the last moments before a gap may have been received.
    .between(
      Math.min(...near.map(({ after }) => after)),
      Math.max(...near.map(({ until }) => until)),
      false,
      true,
    )
    .until(() => interrupted.size === near.length)
    .each(({ streamer_id, created_at, found_at }) => {
      const span = spans.get(streamer_id);
      if (span === undefined || found_at !== undefined) return;
      if (created_at > span.after && created_at <= span.until) interrupted.add(streamer_id);
    });
  return ({ streamer_id }) => spans.has(streamer_id) && !interrupted.has(streamer_id);
}

/** Puts the end of each gap into the record with its start and reason. */
async function putGaps(db: Database, gaps: readonly Gap[]): Promise<void> {
  const starts = new Set(gaps.map(({ from }) => from));
  const records: InsertType<GapRecord, 'seq'>[] = await db.gaps
    .where('from')
    .anyOf([...starts])
    .toArray();
  for (const { streamer_id, from, until, reason } of gaps) {
    const begunThen = records.filter((record) => record.from === from);
    // A gap that has grown may have another reason now.
    for (const each of begunThen) each.ends = each.ends.filter(([id]) => id !== streamer_id);
    const record = begunThen.find((each) => each.reason === reason);
    if (record === undefined) records.push({ from, reason, ends: [[streamer_id, until]] });
    else record.ends.push([streamer_id, until]);
  }
  const empty = records.filter(({ ends }) => ends.length === 0);
  await db.gaps.bulkDelete(empty.flatMap(({ seq }) => seq ?? []));
  await db.gaps.bulkPut(records.filter(({ ends }) => ends.length > 0));
}

import { attendedIn } from '@/lib/domain/history/attendance-groups';
import type { GapReason } from '@/lib/domain/history/gap';
import { missedParts, type Span } from '@/lib/domain/history/listened';
import { MINUTE } from '@/lib/time';
import { heardUntil, readAttendance } from '../attendance';
import type { Database, GapRecord } from '../database';
import { newestGaps } from '../history/newest-gaps';

/** In these, the extension listened to nobody. The others are about one streamer. */
const ABOUT_ALL: ReadonlySet<GapReason> = new Set(['disconnected', 'not_running', 'signed_out']);

/** While listening goes on, the time until which everything was heard is stored every few seconds. */
const GOES_ON_MS = 2 * MINUTE;

/**
 * Returns the times between two others in which nobody listened to a streamer, oldest first; for `null`,
 * those in which nobody listened to anybody. Works in a live query.
 */
export async function readPauses(
  db: Database,
  streamerId: string | null,
  { from, until, now }: Span & { now: number },
): Promise<Span[]> {
  const [gaps, heard] =
    streamerId === null
      ? await Promise.all([pausesOfAll(db, from), heardOfAnybody(db)])
      : await Promise.all([
          newestGaps(db, { streamerId, endedAfter: from, limit: Number.POSITIVE_INFINITY }),
          heardUntil(db, streamerId),
        ]);
  // It ends only when somebody listens again, so it is not stored yet.
  const isPaused = heard !== null && now - heard > GOES_ON_MS;
  return missedParts({ from, until }, isPaused ? [...gaps, { from: heard, until: now }] : gaps);
}

async function pausesOfAll(db: Database, endedAfter: number): Promise<Span[]> {
  const gaps = await db.gaps.toArray();
  return gaps
    .filter(({ reason }) => ABOUT_ALL.has(reason))
    .map(pauseOf)
    .filter(({ until }) => until > endedAfter);
}

/** Listening to several begins one after another. */
function pauseOf({ from, ends }: GapRecord): Span {
  return { from, until: Math.min(...ends.map(([, until]) => until)) };
}

async function heardOfAnybody(db: Database): Promise<number | null> {
  const [attendance, channels] = await Promise.all([readAttendance(db), db.channels.toArray()]);
  const times = [
    ...attendedIn(attendance?.groups ?? []).map(({ heardAt }) => heardAt),
    ...channels.flatMap(({ heard_at }) => heard_at ?? []),
  ];
  return times.length === 0 ? null : Math.max(...times);
}

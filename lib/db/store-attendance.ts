import type { AttendanceGroup, Attended } from '@/lib/domain/history/attendance-groups';
import type { Gap } from '@/lib/domain/history/gap';
import { ATTENDANCE_KEY } from './attendance';
import type { AttendanceRecord, Database } from './database';
import { recordGaps } from './history/gaps';

// Not in the file that reads it: the pages would carry all of this.
/** What changes with an attendance record. */
export interface AttendanceChange {
  /** The streamers that are served now. */
  groups: AttendanceGroup[];
  /** Streamers that are not served any more. Their times move to the records of their channels. */
  left?: readonly Attended[];
  /** Gaps that have ended. */
  gaps?: readonly Gap[];
  /** The streamers for whom the start of the gap is kept until it is backfilled. */
  missedBy?: readonly string[];
}

/**
 * Stores until when everything was received, in one transaction with the gaps that have ended. So
 * if the worker is killed before, the next one finds the whole gap, and if it is killed after, none.
 * Throws what IndexedDB throws; then nothing was stored.
 */
export async function storeAttendance(
  db: Database,
  { groups, left = [], gaps = [], missedBy = [] }: AttendanceChange,
): Promise<void> {
  const record: AttendanceRecord = { id: ATTENDANCE_KEY, groups };
  if (left.length === 0 && gaps.length === 0) return void (await db.attendance.put(record));
  await db.transaction('rw', db.attendance, db.channels, db.gaps, db.events, async () => {
    const recorded = await recordGaps(db, gaps);
    await keepMissed(
      db,
      recorded.filter(({ streamer_id }) => missedBy.includes(streamer_id)),
    );
    await moveToChannels(db, left);
    await db.attendance.put(record);
  });
}

async function keepMissed(db: Database, gaps: readonly Gap[]): Promise<void> {
  if (gaps.length === 0) return;
  const starts = Map.groupBy(gaps, ({ streamer_id }) => streamer_id);
  await db.channels
    .where('id')
    .anyOf([...starts.keys()])
    .modify((channel) => {
      const [first] = starts.get(channel.id) ?? [];
      if (first !== undefined) channel.missed_since ??= first.from;
    });
}

async function moveToChannels(db: Database, left: readonly Attended[]): Promise<void> {
  if (left.length === 0) return;
  const times = new Map(left.map((attended) => [attended.streamerId, attended]));
  await db.channels
    .where('id')
    .anyOf([...times.keys()])
    .modify((channel) => {
      const attended = times.get(channel.id);
      if (attended === undefined) return;
      channel.heard_at = attended.heardAt;
      if (attended.pausedFor === null) delete channel.paused_for;
      else channel.paused_for = attended.pausedFor;
    });
}

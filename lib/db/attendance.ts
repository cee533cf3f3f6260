import { attendedIn } from '@/lib/domain/history/attendance-groups';
import type { AttendanceRecord, Database } from './database';

/** The key of the only record. */
export const ATTENDANCE_KEY = 'eventsub';

/** Returns what the worker before stored; `null` if there was none. */
export async function readAttendance(db: Database): Promise<AttendanceRecord | null> {
  return (await db.attendance.get(ATTENDANCE_KEY)) ?? null;
}

/**
 * Returns until when the extension certainly listened to a streamer, in milliseconds since 1970;
 * `null` if it never did.
 */
export async function heardUntil(db: Database, streamerId: string): Promise<number | null> {
  const [attendance, channel] = await Promise.all([
    readAttendance(db),
    db.channels.get(streamerId),
  ]);
  const attended = attendedIn(attendance?.groups ?? []).find(
    (one) => one.streamerId === streamerId,
  );
  return attended?.heardAt ?? channel?.heard_at ?? null;
}

import { markBackfilled } from '@/lib/db/channels';
import type { Database } from '@/lib/db/database';
import { storeAttendance } from '@/lib/db/store-attendance';
import { type Attended, groupsOf } from '@/lib/domain/history/attendance-groups';
import type { Gap } from '@/lib/domain/history/gap';
import type { SerialQueue } from '@/lib/serial-queue';
import type { AttendanceRoll, Member } from './attendance-roll';

/** Options of {@link createAttendanceWrites}. */
export interface AttendanceWriteOptions {
  db: Database;
  writes: Pick<SerialQueue, 'enqueue'>;
  roll: AttendanceRoll;
  /** Returns until when everything of a streamer is received and stored. */
  completeUntil(member: Member): number | null;
  /** Called when gaps of these streamers have been stored. */
  gapRecorded(streamerIds: readonly string[]): void;
}

/** The writes of an attendance. What waits for the database is written together. */
export interface AttendanceWrites {
  /**
   * Adds a gap that has ended to the next write. `keepsMissed` says that its start is kept until it
   * is backfilled.
   */
  add(gap: Gap, options: Pick<Member, 'keepsMissed'>): void;
  /** Writes the attendance, the gaps and who has left, as they are when the queue gets to it. */
  store(): void;
  /** Writes that every gap of the streamer so far has been backfilled. */
  storeBackfilled(streamerId: string): void;
}

/** Creates the writes. A gap that could not be stored is stored with the next write. */
export function createAttendanceWrites(options: AttendanceWriteOptions): AttendanceWrites {
  const { db, writes, roll, completeUntil, gapRecorded } = options;
  const ended: { gap: Gap; keepsMissed: boolean }[] = [];
  let isWaiting = false;

  const attended = (members: readonly Member[]): Attended[] =>
    members.flatMap((member) => {
      const heardAt = completeUntil(member);
      const { streamerId, isOnPurpose, gapReason } = member;
      if (heardAt === null) return [];
      return { streamerId, heardAt, pausedFor: isOnPurpose ? gapReason : null };
    });

  async function write(): Promise<void> {
    isWaiting = false;
    const stored = [...ended];
    const left = roll.left();
    await storeAttendance(db, {
      groups: groupsOf(attended(roll.members())),
      left: attended(left),
      gaps: stored.map(({ gap }) => gap),
      missedBy: stored.flatMap(({ gap, keepsMissed }) => (keepsMissed ? gap.streamer_id : [])),
    });
    ended.splice(0, stored.length);
    roll.moved(left);
    const streamerIds = new Set(stored.map(({ gap }) => gap.streamer_id));
    if (streamerIds.size > 0) gapRecorded([...streamerIds]);
  }

  return {
    add: (gap, { keepsMissed }) => void ended.push({ gap, keepsMissed }),
    store: () => {
      if (isWaiting) return;
      isWaiting = true;
      writes.enqueue('storing until when events are complete', write);
    },
    storeBackfilled: (streamerId) =>
      writes.enqueue('storing that the backfill is complete', () => markBackfilled(db, streamerId)),
  };
}

import {
  type Attendance,
  type AttendanceOptions,
  createAttendance,
} from '@/lib/app/listening/gaps/attendance';
import { heardUntil, readAttendance } from '@/lib/db/attendance';
import { channelOf, storeStreamer } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { newestGaps } from '@/lib/db/history/newest-gaps';
import type { Gap, GapReason } from '@/lib/domain/history/gap';
import { createSerialQueue } from '@/lib/serial-queue';
import { SECOND } from '@/lib/time';
import { DEMO_STREAMER } from '../builders/accounts';
import { freshDatabase } from '../database/fresh-database';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock';
import { createFakeLog } from '../fakes/fake-log';

/** The attendance of one worker, with a real database and a fake clock. */
export interface RunningAttendance {
  attendance: Attendance;
  clock: FakeClock;
  db: Database;
  /** What the log of events says. A test may change it. */
  log: { unwrittenSince: number | null };
  /** The names of all database writes. */
  writes: string[];
  /** The streamers of each call of `gapRecorded`. */
  recorded: (readonly string[])[];
  /** Resolves when everything is written. */
  idle(): Promise<void>;
  /** Adds a streamer as their record in the database is. `known` changes that before. */
  add(streamerId: string, known?: Partial<ChannelRecord>, keepsMissed?: boolean): Promise<void>;
  /** Returns until when the streamer was heard, after all writes. */
  heard(streamerId?: string): Promise<number | null>;
  /** Returns the reason that the next worker gives to the streamer's gap, after all writes. */
  storedReason(streamerId?: string): Promise<GapReason | undefined>;
  /** Returns the gaps of a streamer, newest first, after all writes. */
  gaps(streamerId?: string): Promise<Gap[]>;
  /** Lets time pass while frames arrive. */
  receiveFrames(ms: number, everyMs?: number): void;
}

/** Creates the attendance of a worker. It finds what an earlier one stored in the same database. */
export async function runAttendance(
  db: Database = freshDatabase(),
  changes: Partial<AttendanceOptions> = {},
): Promise<RunningAttendance> {
  const clock = createFakeClock();
  const { enqueue, idle } = createSerialQueue(createFakeLog());
  const writes: string[] = [];
  const recorded: (readonly string[])[] = [];
  const log: RunningAttendance['log'] = { unwrittenSince: null };
  const attendance = createAttendance({
    db,
    clock,
    writes: {
      enqueue: (name, write) => {
        writes.push(name);
        enqueue(name, write);
      },
    },
    record: await readAttendance(db),
    unwrittenSince: () => log.unwrittenSince,
    gapRecorded: (streamerIds) => void recorded.push(streamerIds),
    ...changes,
  });
  return {
    attendance,
    clock,
    db,
    log,
    writes,
    recorded,
    idle,
    add: async (id, known = {}, keepsMissed = true) => {
      await storeStreamer(db, { ...DEMO_STREAMER, id });
      await db.channels.update(id, known);
      attendance.add(await storeStreamer(db, { ...DEMO_STREAMER, id }), { keepsMissed });
    },
    heard: async (streamerId = '100') => {
      await idle();
      return await heardUntil(db, streamerId);
    },
    storedReason: async (streamerId = '100') => {
      await idle();
      const groups = (await readAttendance(db))?.groups ?? [];
      const group = groups.find(({ streamer_ids }) => streamer_ids.includes(streamerId));
      return group === undefined ? (await channelOf(db, streamerId))?.paused_for : group.reason;
    },
    gaps: async (streamerId = '100') => {
      await idle();
      return await newestGaps(db, { streamerId, endedAfter: 0, limit: 100 });
    },
    receiveFrames: (ms, everyMs = SECOND) => {
      for (let left = ms; left > 0; left -= everyMs) {
        clock.sleep(everyMs);
        attendance.frameReceived(clock.now());
      }
    },
  };
}

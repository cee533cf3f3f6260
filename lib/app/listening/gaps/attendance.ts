import type { AttendanceRecord, ChannelRecord, Database } from '@/lib/db/database';
import type { GapReason } from '@/lib/domain/history/gap';
import type { SerialQueue } from '@/lib/serial-queue';
import { type Clock, SECOND } from '@/lib/time';
import { createAttendanceRoll, type Member } from './attendance-roll';
import { createAttendanceWrites } from './attendance-writes';
import { createPresence } from './presence';

/** The events of an {@link Attendance}, and what it asks for. */
export interface AttendanceEvents {
  /**
   * Returns the arrival time of the oldest event that is not yet in the database, in milliseconds
   * since 1970; `null` if all are.
   */
  unwrittenSince(): number | null;
  /** Called when gaps of these streamers have been stored. */
  gapRecorded(streamerIds: readonly string[]): void;
}

/** Options of {@link createAttendance}. */
export interface AttendanceOptions extends AttendanceEvents {
  db: Database;
  clock: Clock;
  writes: Pick<SerialQueue, 'enqueue'>;
  /** What the worker or the connection before has stored. */
  record: AttendanceRecord | null;
}

/** Knows of whom everything is received over a connection, and records the gaps of everybody. */
export interface Attendance {
  /**
   * Adds a streamer, in a gap since they were last heard. `keepsMissed` says that the start of the
   * gaps is stored until `backfillCompleted`. For a streamer that is there, changes only this.
   */
  add(known: ChannelRecord, options: { keepsMissed: boolean }): void;
  /** The streamer is not served any more. Starts a gap with this reason. */
  remove(streamerId: string, reason: GapReason): void;
  /**
   * Called when every planned subscription of the streamer has an answer. Ends the gap, if there is
   * one. Returns the start of the oldest gap that is not yet backfilled, in milliseconds since 1970;
   * `null` if there is none, or if this is not kept for the streamer.
   */
  connected(streamerId: string): number | null;
  /** Starts a gap of this streamer, although the connection stands. */
  lost(streamerId: string): void;
  /** Called when the connection is lost or cannot be made. Starts a gap for all that have none. */
  connectionLost(): void;
  /** Called for every frame. `sentAt` is in milliseconds since 1970. */
  frameReceived(sentAt: number): void;
  /** Called when every gap of the streamer so far has been backfilled. */
  backfillCompleted(streamerId: string): void;
  /** Called when listening ends on purpose. Starts a gap for everybody with this reason. */
  stop(reason: GapReason): void;
}

/** A worker that is killed loses at most this much of the time in which it listened. */
const STORE_EVERY_MS = 10 * SECOND;

/**
 * Creates the attendance of a connection. Every interruption is a gap, however short: Twitch does
 * not send the events of a session that has ended to the next one. A session reconnect is not a
 * gap, because the session continues.
 * See docs/adr/0009-gaps-and-backfill.md and docs/adr/0015-one-record-for-a-pause.md
 */
export function createAttendance(options: AttendanceOptions): Attendance {
  const roll = createAttendanceRoll(options.record);
  const presence = createPresence(options);
  const { completeUntil } = presence;
  const writes = createAttendanceWrites({ ...options, roll, completeUntil });
  let storedAt = 0;

  function store(): void {
    storedAt = presence.lastFrameAt();
    writes.store();
  }

  function begin(member: Member): void {
    const gap = presence.begin(member);
    if (gap !== null) writes.add(gap, member);
    store();
  }

  function end(members: readonly (Member | null)[]): void {
    const present = members.filter((member) => member !== null).filter(presence.has);
    for (const member of present) presence.end(member);
    if (present.length > 0) store();
  }

  return {
    add: (known, { keepsMissed }) => roll.add(known, keepsMissed),
    remove: (streamerId, reason) => {
      const member = roll.find(streamerId);
      if (member === null) return;
      presence.endOnPurpose(member, reason);
      roll.remove(member);
      if (member.heardAt !== null) store();
    },
    connected: (streamerId) => {
      const member = roll.find(streamerId);
      if (member === null) return null;
      if (!presence.has(member)) begin(member);
      return member.keepsMissed ? member.missedSince : null;
    },
    lost: (streamerId) => end([roll.find(streamerId)]),
    connectionLost: () => end(roll.members()),
    frameReceived: (sentAt) => {
      if (presence.isEmpty()) return;
      presence.frameReceived(sentAt);
      if (Math.abs(sentAt - storedAt) >= STORE_EVERY_MS) store();
    },
    backfillCompleted: (streamerId) => {
      const member = roll.find(streamerId);
      if (member === null || member.missedSince === null) return;
      member.missedSince = null;
      writes.storeBackfilled(streamerId);
    },
    stop: (reason) => {
      for (const member of roll.members()) presence.endOnPurpose(member, reason);
      if (roll.members().some(({ heardAt }) => heardAt !== null)) store();
    },
  };
}

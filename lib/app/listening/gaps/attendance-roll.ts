import type { AttendanceRecord, ChannelRecord } from '@/lib/db/database';
import { type Attended, attendedIn } from '@/lib/domain/history/attendance-groups';
import type { GapReason } from '@/lib/domain/history/gap';

/** What is known of one streamer's attendance. Times are in milliseconds since 1970. */
export interface Member {
  streamerId: string;
  /** Since when everything is received or, in a gap, until when it was; `null` if it never was. */
  heardAt: number | null;
  /** The reason of the gap, if there is one. */
  gapReason: GapReason;
  /** True if the gap began on purpose. Only then is its reason known to the next worker. */
  isOnPurpose: boolean;
  /** The start of the oldest gap that is not yet backfilled; `null` if there is none. */
  missedSince: number | null;
  /** True if `missedSince` is stored until the backfill is done. */
  keepsMissed: boolean;
}

/** The streamers that are served, and those that were served before. */
export interface AttendanceRoll {
  add(known: ChannelRecord, keepsMissed: boolean): void;
  find(streamerId: string): Member | null;
  remove(member: Member): void;
  /** Returns everybody that is served. */
  members(): Member[];
  /** Returns those that are not served, and whose times the records of the channels do not have. */
  left(): Member[];
  /** Called when the records of the channels have their times. */
  moved(left: readonly Member[]): void;
}

/** Creates the roll of a worker from the record of the one before. Nobody is served yet. */
export function createAttendanceRoll(record: AttendanceRecord | null): AttendanceRoll {
  const served = new Map<string, Member>();
  // Kept after they are stored: whoever adds one again may have read the channel before that.
  const absent = new Map<string, Member>();
  const unmoved = new Set<Member>();

  function leave(member: Member): void {
    absent.set(member.streamerId, member);
    if (member.heardAt !== null) unmoved.add(member);
  }
  for (const attended of attendedIn(record?.groups ?? [])) leave(memberOf(attended));

  return {
    add: (known, keepsMissed) => {
      const present = served.get(known.id);
      if (present !== undefined) {
        present.keepsMissed = keepsMissed;
        return;
      }
      const earlier = absent.get(known.id);
      const { missedSince, ...member } = earlier ?? memberOf(attendedBy(known));
      served.set(known.id, {
        ...member,
        keepsMissed,
        missedSince: missedSince ?? known.missed_since ?? null,
      });
      absent.delete(known.id);
      if (earlier !== undefined) unmoved.delete(earlier);
    },
    find: (streamerId) => served.get(streamerId) ?? null,
    remove: (member) => {
      served.delete(member.streamerId);
      leave(member);
    },
    members: () => [...served.values()],
    left: () => [...unmoved],
    moved: (left) => {
      for (const member of left) unmoved.delete(member);
    },
  };
}

function attendedBy({ id, heard_at, paused_for }: ChannelRecord): Unheard {
  return { streamerId: id, heardAt: heard_at ?? null, pausedFor: paused_for ?? null };
}

/** The same for a streamer that was perhaps never listened to. */
type Unheard = Omit<Attended, 'heardAt'> & Pick<Member, 'heardAt'>;

function memberOf({ streamerId, heardAt, pausedFor }: Unheard): Member {
  return {
    streamerId,
    heardAt,
    gapReason: pausedFor ?? 'not_running',
    isOnPurpose: pausedFor !== null,
    missedSince: null,
    keepsMissed: false,
  };
}

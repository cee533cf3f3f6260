import type { GapReason } from './gap';

/** Until when everything of one streamer was received. */
export interface Attended {
  streamerId: string;
  /** Milliseconds since 1970. */
  heardAt: number;
  /** Why listening was ended on purpose; `null` while it goes on, and if it ended by itself. */
  pausedFor: GapReason | null;
}

/** Streamers of whom everything was received until the same time. */
export interface AttendanceGroup {
  heard_at: number;
  /** Why listening was ended on purpose; absent while it goes on, and if it ended by itself. */
  reason?: GapReason;
  streamer_ids: string[];
}

/** Puts streamers with the same time and reason into one group. */
export function groupsOf(attended: readonly Attended[]): AttendanceGroup[] {
  const groups = new Map<string, AttendanceGroup>();
  for (const { streamerId, heardAt, pausedFor } of attended) {
    const key = `${heardAt} ${pausedFor}`;
    const group = groups.get(key) ?? {
      heard_at: heardAt,
      ...(pausedFor !== null && { reason: pausedFor }),
      streamer_ids: [],
    };
    group.streamer_ids.push(streamerId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Returns the streamers of all groups. */
export function attendedIn(groups: readonly AttendanceGroup[]): Attended[] {
  return groups.flatMap(({ heard_at, reason = null, streamer_ids }) =>
    streamer_ids.map((streamerId) => ({ streamerId, heardAt: heard_at, pausedFor: reason })),
  );
}

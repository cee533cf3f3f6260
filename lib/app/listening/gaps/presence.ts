import type { Gap, GapReason } from '@/lib/domain/history/gap';
import { type Clock, MINUTE, SECOND } from '@/lib/time';
import type { Member } from './attendance-roll';

/**
 * An event arrives some moments after the time that Twitch gives it, and Twitch's clock differs
 * from this computer's. So of the last moments before a gap, events may be missing.
 */
export const IN_FLIGHT_MS = 10 * SECOND;
/**
 * A running worker detects a dead connection within seconds, because keepalives are missing. If it
 * took longer than this, the computer was asleep.
 */
const DETECTED_WITHIN_MS = MINUTE;

/** Options of {@link createPresence}. */
export interface PresenceOptions {
  clock: Pick<Clock, 'now'>;
  /**
   * Returns the arrival time of the oldest event that is not yet in the database, in milliseconds
   * since 1970; `null` if all are.
   */
  unwrittenSince(): number | null;
}

/** The streamers of whom everything is received, over one connection. */
export interface Presence {
  has(member: Member): boolean;
  isEmpty(): boolean;
  /** The time of the last frame, in milliseconds since 1970. */
  lastFrameAt(): number;
  /** Called for every frame. */
  frameReceived(sentAt: number): void;
  /** From now on everything is received. Returns the gap that ends; `null` if there is none. */
  begin(member: Member): Gap | null;
  /** A gap begins, because the connection or the subscriptions are lost. */
  end(member: Member): void;
  /** A gap begins on purpose, if there is none. */
  endOnPurpose(member: Member, reason: GapReason): void;
  /**
   * Returns the time until which everything is certain to be received and stored, or was before the
   * gap; `null` if it never was.
   */
  completeUntil(member: Member): number | null;
}

/** Creates the presence of a connection. Nothing is received yet. */
export function createPresence({ clock, unwrittenSince }: PresenceOptions): Presence {
  const present = new Set<Member>();
  let lastFrameAt = 0;
  /** No member began later than this. */
  let latestBegin = 0;

  function completeUntil(member: Member): number | null {
    if (member.heardAt === null || !present.has(member)) return member.heardAt;
    const stored = Math.min(lastFrameAt, unwrittenSince() ?? lastFrameAt);
    return Math.max(member.heardAt, stored - IN_FLIGHT_MS);
  }

  function end(member: Member): void {
    if (!present.has(member)) return;
    const silentMs = clock.now() - lastFrameAt;
    member.gapReason = silentMs > DETECTED_WITHIN_MS ? 'not_running' : 'disconnected';
    member.isOnPurpose = false;
    member.heardAt = completeUntil(member);
    present.delete(member);
  }

  return {
    has: (member) => present.has(member),
    isEmpty: () => present.size === 0,
    lastFrameAt: () => lastFrameAt,
    frameReceived: (sentAt) => {
      lastFrameAt = sentAt;
      if (latestBegin - sentAt <= IN_FLIGHT_MS) return;
      // If the clock was set back, all earlier times are in the future.
      latestBegin = sentAt - IN_FLIGHT_MS;
      for (const member of present) {
        if (member.heardAt !== null) member.heardAt = Math.min(member.heardAt, latestBegin);
      }
    },
    begin: (member) => {
      const now = clock.now();
      if (present.size === 0) lastFrameAt = now;
      latestBegin = present.size === 0 ? now : Math.max(latestBegin, now);
      present.add(member);
      return endGap(member, now);
    },
    end,
    endOnPurpose: (member, reason) => {
      // A restart of the listener is not the reason of a gap that had already started.
      const isReason = present.has(member) || reason !== 'disconnected';
      end(member);
      if (isReason) member.gapReason = reason;
      member.isOnPurpose = true;
    },
    completeUntil,
  };
}

function endGap(member: Member, now: number): Gap | null {
  const { streamerId, heardAt: from, gapReason: reason, keepsMissed } = member;
  member.heardAt = now;
  member.isOnPurpose = false;
  if (from === null) return null;
  if (keepsMissed) member.missedSince ??= Math.min(from, now);
  return { streamer_id: streamerId, from, until: now, reason };
}

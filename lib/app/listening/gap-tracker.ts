import { noteCaughtUp, noteHeard } from '@/lib/db/channels';
import type { ChannelRecord, Database } from '@/lib/db/database';
import { recordGap } from '@/lib/db/history/gaps';
import type { GapReason } from '@/lib/domain/history/gap';
import type { SerialQueue } from '@/lib/serial-queue';
import { type Clock, MINUTE, SECOND } from '@/lib/time';

/** What keeping the attendance needs, and whom it tells. */
export interface GapTrackerOptions {
  db: Database;
  clock: Clock;
  keep: SerialQueue['enqueue'];
  /** What is known of the streamer as listening to them begins. */
  known: ChannelRecord;
  /** When the oldest event came in that is not in the log yet; `null` where all are. */
  unwrittenSince(): number | null;
  /** A pause is over, and noted: what was missed may be gone back to `since`; `null` for no pause. */
  present(since: number | null): void;
  /** A gap more is in the database. */
  gapRecorded(): void;
}

/** Notes the times in which nobody listens to a streamer. */
export interface GapTracker {
  /** Twitch said something at that time, if only that it is there. */
  heard(sentAt: number): void;
  /** Everything planned has been asked for: from now on nothing is missed. */
  begin(): void;
  /** The connection is lost, or was never there. */
  lose(): void;
  /** Listening is ended on purpose. */
  stop(why: GapReason): void;
  /** All that can be found of what was missed has been found. */
  caughtUp(): void;
}

/**
 * An event bears the time at which Twitch took note of it, some moments before it comes in, and
 * Twitch's clock is not quite ours. So of the last moments it is never certain that all was heard.
 */
export const IN_FLIGHT_MS = 10 * SECOND;
/** A worker that is killed forgets at most this much of the time in which it listened. */
const NOTED_EVERY_MS = 10 * SECOND;
/**
 * A running worker notices a dead connection within seconds, by the keepalives that don't come. If
 * it took this long, the computer was asleep.
 */
const NOTICED_WITHIN_MS = MINUTE;

/**
 * Keeps the attendance of one listener. A pause is a gap however short it is: Twitch keeps nothing
 * for a session that is gone, so a second of it may have lost an event. Only a hand-over from socket
 * to socket is none, because the session goes on and nobody tells of a loss.
 */
export function createGapTracker(options: GapTrackerOptions): GapTracker {
  const { db, clock, keep, known } = options;
  const streamerId = known.id;
  /** Until then everything was heard, and is in the log. */
  let heardUntil = known.heard_at ?? null;
  let missedSince = known.missed_since ?? null;
  let reason: GapReason = known.paused_for ?? 'not_running';
  let listeningSince = 0;
  let lastFrame = 0;
  let notedAt = 0;
  let isListening = false;

  function certain(): number {
    const stored = Math.min(lastFrame, options.unwrittenSince() ?? lastFrame);
    return Math.max(listeningSince, stored - IN_FLIGHT_MS);
  }

  function note(why?: GapReason): void {
    if (isListening) heardUntil = certain();
    if (heardUntil === null) return;
    const heardAt = heardUntil;
    notedAt = lastFrame;
    keep('noting when the streamer was heard', () => noteHeard(db, streamerId, heardAt, why));
  }

  function endPause(from: number, until: number): void {
    const gap = { streamer_id: streamerId, from, until, reason };
    missedSince ??= Math.min(from, until);
    keep('recording a gap', async () => {
      await recordGap(db, gap);
      options.gapRecorded();
    });
  }

  return {
    heard: (sentAt) => {
      if (!isListening) return;
      lastFrame = sentAt;
      // By a clock that was set back, all that was heard lies ahead.
      if (listeningSince - lastFrame > IN_FLIGHT_MS) listeningSince = lastFrame - IN_FLIGHT_MS;
      if (Math.abs(lastFrame - notedAt) >= NOTED_EVERY_MS) note();
    },
    begin: () => {
      if (isListening) return;
      const from = heardUntil;
      isListening = true;
      listeningSince = clock.now();
      lastFrame = listeningSince;
      notedAt = listeningSince;
      if (from === null) note();
      else endPause(from, listeningSince);
      options.present(missedSince);
    },
    lose: () => {
      if (!isListening) return;
      reason = clock.now() - lastFrame > NOTICED_WITHIN_MS ? 'not_running' : 'disconnected';
      note();
      isListening = false;
    },
    stop: (why) => {
      // To begin anew says nothing of a pause that there was already.
      note(isListening || why !== 'disconnected' ? why : reason);
      isListening = false;
    },
    caughtUp: () => {
      if (missedSince === null) return;
      missedSince = null;
      keep('noting that nothing more is missed', () => noteCaughtUp(db, streamerId));
    },
  };
}
